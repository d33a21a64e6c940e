import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Act, KeptAct } from "@/components/offline/act";
import { atStations, dismiss, tidy, undo } from "@/components/offline/put-away";
import {
  addAct,
  nextAct,
  nextDueAt,
  settle,
  type Verdict,
  wake,
} from "@/components/offline/replay";
import { isOnlyHere } from "@/components/offline/own-refusals";
import { dayMs } from "@/lib/core/durations";

const kinds = ["CheckIn", "Note", "Pause", "Resume", "Photo", "Finalize", "Cancel"] as const;
type Kind = (typeof kinds)[number];

function actOf(key: string, kind: Kind, bookingId: string, sessionId?: string): Act {
  const head = { key, at: "2026-06-01T12:00:00.000Z", bookingId, number: bookingId, sessionId };
  const at = { ...head, stationId: "quay" };
  if (kind === "CheckIn") return { ...at, kind, code: "7F3K29QD" };
  return kind === "Note" ? { ...at, kind, text: "Cable swapped." } : { ...at, kind };
}

const kept = (...acts: Act[]) =>
  acts.reduce<KeptAct[]>((before, act) => addAct(before, act, 0), []);
const stateOf = (acts: readonly KeptAct[], key: string) => acts.find(({ act }) => act.key === key);
const at = { now: 1_000, jitter: 1 };
const done = (sessionId?: string): Verdict => ({ kind: "Done", result: { sessionId } });
const no: Verdict = { kind: "Refused", refusal: { code: "qr.already_used", message: "Used." } };

describe("a cancellation", () => {
  test("needs no session, and is sent as it is", () => {
    const waiting = kept(actOf("off", "Cancel", "b"));
    expect(nextAct(waiting, 0)?.act.key).toBe("off");
    expect(settle(waiting, "off", done(), at)).toMatchObject([{ state: "Done" }]);
    expect(settle(waiting, "off", no, at)).toMatchObject([{ state: "Refused" }]);
  });

  test("is taken back while it waits, and nothing else is", () => {
    const both = kept(actOf("off", "Cancel", "b"), actOf("in", "CheckIn", "c"));
    expect(undo(both, "off").map(({ act }) => act.key)).toEqual(["in"]);
    expect(undo(both, "in")).toEqual(both);
    const told = settle(both, "off", done(), at);
    expect(undo(told, "off")).toEqual(told);
  });
});

describe("one act after the other", () => {
  test("a note of a session begun offline waits for its check-in and gets its session", () => {
    const before = kept(actOf("in", "CheckIn", "b"), actOf("note", "Note", "b"));
    expect(nextAct(before, 0)?.act.key).toBe("in");
    const after = settle(before, "in", done("s-1"), at);
    expect(nextAct(after, at.now)?.act).toMatchObject({ key: "note", sessionId: "s-1" });
    expect(nextAct(settle(after, "note", done(), at), at.now)).toBeNull();
  });

  test("what comes when the check-in is done already gets its session, too", () => {
    const after = settle(kept(actOf("in", "CheckIn", "b")), "in", done("s-1"), at);
    expect(addAct(after, actOf("late", "Finalize", "b"), 2_000).at(-1)).toMatchObject({
      state: "Waiting",
      act: { sessionId: "s-1" },
    });
  });

  test("a refused check-in takes along what needed it, with its words kept, and nothing else", () => {
    const before = kept(
      actOf("in", "CheckIn", "b"),
      actOf("note", "Note", "b"),
      actOf("end", "Finalize", "b"),
      actOf("known", "Pause", "b", "s-0"),
      actOf("other", "CheckIn", "c"),
    );
    const after = settle(before, "in", no, at);
    expect(stateOf(after, "in")).toMatchObject({
      state: "Refused",
      refusal: { code: "qr.already_used", message: "Used." },
    });
    expect(stateOf(after, "note")).toMatchObject({
      state: "Refused",
      refusal: { code: "offline.check_in_refused", because: "in" },
    });
    // Its words are nowhere else; what waits still, and the check-in itself, the server hears of.
    expect(after.filter(isOnlyHere).map(({ act }) => act.key)).toEqual(["note"]);
    expect(stateOf(after, "end")?.state).toBe("Waiting");
    expect(stateOf(after, "known")?.state).toBe("Waiting");
    expect(stateOf(after, "other")?.state).toBe("Waiting");
  });

  test("what was billed is told all the same, with the refused check-in that it followed", () => {
    const before = kept(
      actOf("in", "CheckIn", "b"),
      actOf("note", "Note", "b"),
      actOf("end", "Finalize", "b"),
    );
    const after = settle(before, "in", no, at);
    expect(after.map(({ state }) => state)).toEqual(["Refused", "Refused", "Waiting"]);
    const scannedAt = "2026-06-01T12:00:00.000Z";
    expect(nextAct(after, at.now)?.act).toMatchObject({ key: "end", scannedAt });
  });

  test("what is billed after the check-in was refused is told as well, and what is billed out of nowhere", () => {
    const refused = settle(kept(actOf("in", "CheckIn", "b")), "in", no, at);
    const later = addAct(refused, actOf("end", "Finalize", "b"), 2_000);
    const scannedAt = "2026-06-01T12:00:00.000Z";
    expect(nextAct(later, 2_000)?.act).toMatchObject({ key: "end", scannedAt });
    const [alone] = kept(actOf("end", "Finalize", "c"));
    expect(alone).toMatchObject({ state: "Waiting" });
    expect(alone?.act).not.toHaveProperty("scannedAt");
    // Of a session that the screen knows, nothing is asked about its beginning.
    const known = addAct(refused, actOf("end", "Finalize", "b", "s-9"), 2_000);
    expect(known.at(-1)?.act).not.toHaveProperty("scannedAt");
  });

  test("a second check-in of the booking keeps its own followers when the first is refused", () => {
    const before = kept(
      actOf("in", "CheckIn", "b"),
      actOf("note", "Note", "b"),
      actOf("again", "CheckIn", "b"),
      actOf("end", "Finalize", "b"),
    );
    const after = settle(before, "in", no, at);
    expect(after.map(({ state }) => state)).toEqual(["Refused", "Refused", "Waiting", "Waiting"]);
    const begun = settle(after, "again", done("s-2"), at);
    expect(stateOf(begun, "end")?.act.sessionId).toBe("s-2");
  });

  test("what needs a session that nothing will begin is refused with a reason, not lost", () => {
    expect(kept(actOf("note", "Note", "b"))).toMatchObject([
      { state: "Refused", refusal: { code: "offline.no_session" } },
    ]);
  });
});

describe("tries", () => {
  test("come again after a wait that doubles up to a minute, and never sooner than the server says", () => {
    let acts = kept(actOf("in", "CheckIn", "b"));
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      acts = settle(acts, "in", { kind: "Later" }, { now: 0, jitter: 1 });
      waits.push(acts[0]?.dueAt ?? 0);
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    const told = settle(acts, "in", { kind: "Later", afterMs: 90_000 }, { now: 0, jitter: 0 });
    expect(nextAct(told, 89_999)).toBeNull();
    expect([nextDueAt(told), nextAct(told, 90_000)?.act.key]).toEqual([90_000, "in"]);
    expect(nextAct(wake(told, 5), 5)?.act.key).toBe("in");
  });

  test("of a car that left come before the next is let in, which may stand in its place; but not for ever", () => {
    let acts = kept(
      actOf("in", "CheckIn", "b"),
      actOf("end", "Finalize", "b"),
      actOf("next", "CheckIn", "c"),
      actOf("note", "Note", "d", "s-d"),
    );
    const later = (key: string) => {
      acts = settle(acts, key, { kind: "Later" }, { now: 0, jitter: 1 });
    };
    later("in");
    expect(nextAct(acts, 0)?.act.key).toBe("note");
    acts = settle(acts, "note", done(), at);
    expect(nextAct(acts, 0)).toBeNull();
    expect(nextDueAt(acts)).toBe(2_000);
    acts = settle(acts, "in", done("s"), at);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(nextAct(wake(acts, 0), 0)?.act.key).toBe("end");
      later("end");
    }
    expect(nextAct(acts, 0)?.act.key).toBe("next");
  });

  test("of one booking hold up no other's", () => {
    const before = kept(
      actOf("a", "CheckIn", "b"),
      actOf("n", "Note", "b"),
      actOf("c", "CheckIn", "c"),
    );
    const after = settle(before, "a", { kind: "Later" }, { now: 0, jitter: 1 });
    expect(nextAct(after, 0)?.act.key).toBe("c");
  });
});

describe("what is settled", () => {
  test("stays so, whatever comes late", () => {
    const after = settle(kept(actOf("in", "CheckIn", "b")), "in", done("s-1"), at);
    expect(settle(after, "in", no, at)).toEqual(after);
    expect(settle(after, "unknown", no, at)).toEqual(after);
  });

  test("holds no code when it is done, and goes after a day; a refusal stays until it was read", () => {
    const before = kept(actOf("in", "CheckIn", "b"), actOf("x", "CheckIn", "c"));
    const after = settle(settle(before, "in", done("s"), at), "x", no, at);
    expect(stateOf(after, "in")?.act).not.toHaveProperty("code");
    const left = tidy(after, at.now + dayMs);
    expect(left.map(({ act }) => act.key)).toEqual(["x"]);
    expect(dismiss(left, "x")).toEqual([]);
    expect(dismiss(before, "in")).toEqual(before);
  });

  test("goes with its station", () => {
    const acts = settle(
      kept(actOf("in", "CheckIn", "b"), actOf("end", "Finalize", "c")),
      "in",
      done("s"),
      at,
    );
    // What is not told yet stays until it is.
    expect(atStations(acts, ["pier"]).map(({ act }) => act.key)).toEqual(["end"]);
    expect(atStations(acts, ["quay"])).toHaveLength(2);
  });
});

/** What happens to a request: it does not arrive, its answer does not, or the server says something. */
const fates = ["lost", "answerLost", "busy", "told"] as const;
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ add: fc.constantFrom(...kinds), booking: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ fate: fc.constantFrom(...fates), wait: fc.nat(70_000) }) },
);

/** A server that does an act once by its key, refuses those of `refusing`, and begins a session a booking. */
class Server {
  readonly effects: string[] = [];
  readonly #answers = new Map<string, Verdict>();
  constructor(private readonly refusing: (act: Act) => boolean) {}

  take(act: Act): Verdict {
    const known = this.#answers.get(act.key);
    if (known) return known;
    const verdict = this.#judge(act);
    this.#answers.set(act.key, verdict);
    return verdict;
  }

  #judge(act: Act): Verdict {
    const canceled: Verdict = { kind: "Refused", refusal: { code: "qr.wrong_status" } };
    if (this.refusing(act)) return Number(act.key) % 2 === 0 ? no : canceled;
    if (act.kind === "Finalize" && act.sessionId === undefined) return canceled;
    this.effects.push(act.key);
    return done(act.kind === "CheckIn" ? `session of ${act.bookingId}` : undefined);
  }
}

test("in any order and with any failures each act is done at most once, none is lost, each booking's are in order, and no refusal reaches another booking", () => {
  const property = (
    steps: readonly ({ add: Kind; booking: number } | { fate: string; wait: number })[],
    refused: readonly boolean[],
  ) => {
    const number = (act: Act) => Number(act.key);
    const server = new Server((act) => refused[number(act) % refused.length] ?? false);
    let acts: KeptAct[] = [];
    let now = 0;
    let added = 0;
    const sent: string[] = [];
    const send = (fate: string) => {
      // As it would be read from the phone's database after a restart.
      acts = JSON.parse(JSON.stringify(acts)) as KeptAct[];
      const next = nextAct(acts, now);
      if (!next) return false;
      const { act } = next;
      expect(/^(CheckIn|Finalize|Cancel)$/.test(act.kind) || act.sessionId).toBeTruthy();
      expect(next.state).toBe("Waiting");
      const verdict = fate === "lost" || fate === "busy" ? null : server.take(act);
      if (fate === "told" && verdict) sent.push(act.key);
      const heard: Verdict = fate === "told" && verdict ? verdict : { kind: "Later" };
      acts = settle(acts, act.key, heard, { now, jitter: 0.5 });
      return true;
    };
    for (const one of steps) {
      if ("add" in one) {
        acts = addAct(acts, actOf(String(added), one.add, `b${one.booking}`), now);
        added += 1;
      } else {
        now += one.wait;
        send(one.fate);
      }
    }
    // The network is back, and stays.
    for (let rounds = 0; nextDueAt(acts) !== null; rounds += 1) {
      expect(rounds).toBeLessThanOrEqual(added);
      now = Math.max(now, nextDueAt(acts) ?? now);
      send("told");
    }
    expect(acts.map(({ act }) => number(act))).toEqual([...Array(added).keys()]);
    expect(new Set(server.effects).size).toBe(server.effects.length);
    expect(new Set(sent).size).toBe(sent.length);
    const doneKeys = acts.filter(({ state }) => state === "Done").map(({ act }) => act.key);
    expect(server.effects.toSorted()).toEqual(doneKeys.toSorted());
    for (const booking of ["b0", "b1", "b2", "b3"]) {
      const mine = acts.filter(({ act }) => act.bookingId === booking);
      const order = server.effects.filter((key) => mine.some(({ act }) => act.key === key));
      expect(order.map(Number)).toEqual(order.map(Number).toSorted((a, b) => a - b));
      for (const { state, refusal, act } of mine.filter((one) => one.state !== "Done")) {
        expect(state).toBe("Refused");
        const cause = mine.find((one) => one.act.key === refusal?.because);
        if (refusal?.code === "offline.check_in_refused") expect(cause?.act.kind).toBe("CheckIn");
        else if (refusal?.code !== "offline.no_session") {
          const isMeant = refused[number(act) % refused.length];
          expect(isMeant || (act.kind === "Finalize" && !act.sessionId)).toBe(true);
        }
      }
    }
  };
  const refusals = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), refusals, property), { numRuns: 2_000 });
});
