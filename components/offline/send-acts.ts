import type { Act, KeptAct } from "./act";
import { requestOf } from "./act-request";
import { askServer, type Asked } from "./ask-server";
import { changeActs, readActs, readPicture, readThing } from "./database";
import { type Meaning, readAnswer } from "./read-answer";
import { tidy } from "./put-away";
import { nextAct, settle, type Verdict } from "./replay";

/** Of all tabs of a browser one sends at a time. */
const lockName = "baybook-acts";

/** Runs `work` while no tab sends anything. */
export const whileNothingIsSent = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(lockName, work);

/** Why a round of sending ended: nothing is left to send now, or nothing can be. */
export type RoundEnd = "Idle" | "AnotherTabSends" | Exclude<Meaning["kind"], Verdict["kind"]>;

interface Round {
  readonly viewer: string;
  /** Hears each answer, for the clock and that there is contact. */
  readonly hear: (asked: Asked) => void;
  /** Hears the acts after each that was settled. */
  readonly changed: (acts: readonly KeptAct[]) => void;
}

/**
 * Sends what waits, one act after the other, until nothing is due. An answer that never arrived is asked for again with
 * the same key. Where the network is away nothing is counted against the act.
 */
export async function sendActs(round: Round): Promise<RoundEnd> {
  return navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (!lock) return "AnotherTabSends";
    for (;;) {
      // Somebody else may have signed in, in another tab, since this page was opened.
      if ((await readThing("owner")) !== round.viewer) return "OtherAccount";
      const next = nextAct(await readActs(), Date.now());
      if (!next) return "Idle";
      const meaning = await send(round, next.act);
      if (!isVerdict(meaning)) return meaning.kind;
      const at = { now: Date.now(), jitter: Math.random() };
      const { key } = next.act;
      round.changed(await changeActs((acts) => tidy(settle(acts, key, meaning, at), at.now)));
    }
  });
}

async function send({ viewer, hear }: Round, act: Act): Promise<Meaning> {
  const picture = act.kind === "Photo" ? await readPicture(act.key) : undefined;
  if (act.kind === "Photo" && !picture) {
    return { kind: "Refused", refusal: { code: "offline.no_picture" } };
  }
  const { method, path, body } = requestOf(act, picture);
  const asked = await askServer(viewer, path, { method, body, key: act.key });
  hear(asked);
  return readAnswer(asked.heard, act.kind);
}

const verdicts: ReadonlySet<string> = new Set<Verdict["kind"]>(["Done", "Refused", "Later"]);
const isVerdict = (meaning: Meaning): meaning is Verdict => verdicts.has(meaning.kind);
