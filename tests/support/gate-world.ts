import { createHash } from "node:crypto";

import { beforeEach, vi } from "vitest";

import type { KeptAct } from "@/components/offline/act";
import type { Ground } from "@/components/offline/ground";
import { emptyGround, type GroundState } from "@/components/offline/ground-state";
import { Gate } from "@/components/scan/gate";
import type { Step } from "@/components/scan/gate-step";
import type { QueueView } from "@/lib/charging/queue/schema";

export const now = Date.parse("2026-11-26T20:00:00Z");
/** So many minutes from now. */
export const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** The QR code of the arrival `here`. */
export const token = "v1.eyJiIjoiIn0.signature";

/** A booking to come, whose check-in opens and closes in so many minutes. */
export function arrival(id: string, opens = -5, closes = 25) {
  return {
    id,
    number: `BK-${id}`,
    stationId: "station",
    timeZone: "UTC",
    ownerName: `Owner ${id}`,
    opensAt: at(opens),
    closesAt: at(closes),
    tokenSha256: hash(id === "here" ? token : `token of ${id}`),
    codeCheck: hash(`${id}:${id.toUpperCase().padEnd(8, "X")}`).slice(0, 8),
  };
}

/** The code of an arrival, as it is typed. */
export const codeOf = (id: string) => id.padEnd(8, "x");

/** A queue of these arrivals alone. */
export const queueOf = (serverTime: string, ...arrivals: ReturnType<typeof arrival>[]) =>
  ({ serverTime, arrivals, inProgress: [] }) as unknown as QueueView;

/** What the gates of a test stand on. */
export const gateWorld = {
  /** Requests that reached the server, and what it answers. */
  asked: [] as { key: string | null; body: Record<string, unknown> }[],
  answer: (): Response => Response.error(),
  /** What the phone keeps. */
  state: emptyGround as GroundState,
  /** Refusals that were put away. */
  dismissed: [] as string[],
  /** Tells the gate that what the phone keeps has changed. */
  changed: () => {},
  /** Every yes and no. */
  answers: [] as string[],
  ground: {
    viewer: "operator",
    state: () => gateWorld.state,
    subscribe: (listener: () => void) => {
      gateWorld.changed = listener;
      return () => true;
    },
    add: async (draft: object) => {
      const { state } = gateWorld;
      const act = { ...draft, key: `act-${state.acts.length}`, at: at(0) };
      const kept = { act, seq: 1, state: "Waiting", tries: 0, dueAt: 0 } as unknown as KeptAct;
      gateWorld.state = { ...state, acts: [...state.acts, kept] };
      return act.key;
    },
    dismiss: async (key: string) => gateWorld.dismissed.push(key),
  } as unknown as Ground,
};

/** What becomes of the acts. */
export function settle(change: Partial<KeptAct>): void {
  const { state } = gateWorld;
  gateWorld.state = { ...state, acts: state.acts.map((one) => ({ ...one, ...change })) };
  gateWorld.changed();
}

/** The phone hears of a newer queue. */
export function hearQueue(view: QueueView): void {
  const last = gateWorld.state.queue?.at ?? now;
  gateWorld.state = { ...gateWorld.state, queue: { view, at: last + 1 } };
  gateWorld.changed();
}

/** A gate whose page was made with `initial`; the server knows `fresh`. */
export function gateOf(initial: QueueView, fresh: QueueView = initial, awaitedId?: string) {
  const refresh = vi.fn<() => Promise<void>>(async () => {
    const queue = { view: fresh, at: Date.parse(fresh.serverTime) };
    gateWorld.state = { ...gateWorld.state, queue };
  });
  const gate = new Gate(gateWorld.ground, initial, refresh, awaitedId);
  gate.start((said) => gateWorld.answers.push(said));
  return { gate, refresh };
}

export const nobodys = () =>
  Response.json({ success: false, code: "qr.unknown_code", message: "No." }, { status: 400 });
export const admitted = () =>
  Response.json({
    success: true,
    data: { id: "session", connector: { number: 4 }, booking: { id: "b", ownerName: "Ada" } },
  });
/** What the search of today's bookings answers. */
export const searched = (...titles: string[]) =>
  Response.json({
    success: true,
    data: { q: "", matches: titles.map((title) => ({ type: "Booking", title })) },
  });

/** Why the gate says no; where it stands where it does not. */
export const whyOf = (step: Step) => (step.at === "No" ? step.explained.why.name : step.at);

/** Before each test of the file, a phone with network that has kept nothing. */
export function useGateWorld(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now, toFake: ["Date"] });
    const clock = { offsetMs: 0, doubtMs: 5, readAt: now };
    const state = { ...emptyGround, isRead: true, isReached: true, clock };
    const answer = () => Response.error();
    Object.assign(gateWorld, { asked: [], answers: [], dismissed: [], state, answer });
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      gateWorld.asked.push({
        key: new Headers(init.headers).get("idempotency-key"),
        body:
          typeof init.body === "string"
            ? (JSON.parse(init.body) as Record<string, unknown>)
            : { searched: path },
      });
      const said = gateWorld.answer();
      if (said.type === "error") throw new TypeError("Failed to fetch");
      return said;
    });
  });
}
