import { createHash } from "node:crypto";

import { beforeEach, describe, expect, it, vi } from "vitest";

import type { KeptAct } from "@/components/offline/act";
import type { Ground } from "@/components/offline/ground";
import { emptyGround, type GroundState } from "@/components/offline/ground-state";
import { Gate } from "@/components/scan/gate";
import type { Step } from "@/components/scan/gate-step";
import type { QueueView } from "@/lib/charging/queue/schema";

const now = Date.parse("2026-11-26T20:00:00Z");
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const token = "v1.eyJiIjoiIn0.signature";

function arrival(id: string, opens = -5, closes = 25) {
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
const codeOf = (id: string) => id.padEnd(8, "x");
const queueOf = (serverTime: string, ...arrivals: ReturnType<typeof arrival>[]) =>
  ({ serverTime, arrivals, inProgress: [] }) as unknown as QueueView;

/** Requests that reached the server, and what it answers. */
let asked: { key: string | null; body: Record<string, unknown> }[] = [];
let answer: () => Response = () => Response.error();
let state: GroundState = emptyGround;
let dismissed: string[] = [];
let changed = () => {};
let answers: string[] = [];

const ground = {
  viewer: "operator",
  state: () => state,
  subscribe: (listener: () => void) => {
    changed = listener;
    return () => true;
  },
  add: async (draft: object) => {
    const act = { ...draft, key: `act-${state.acts.length}`, at: at(0) };
    const kept = { act, seq: 1, state: "Waiting", tries: 0, dueAt: 0 } as unknown as KeptAct;
    state = { ...state, acts: [...state.acts, kept] };
    return act.key;
  },
  dismiss: async (key: string) => dismissed.push(key),
} as unknown as Ground;

/** What becomes of the last act. */
function settle(change: Partial<KeptAct>): void {
  state = { ...state, acts: state.acts.map((one) => ({ ...one, ...change })) };
  changed();
}

function gateOf(initial: QueueView, fresh: QueueView = initial, awaitedId?: string) {
  const refresh = vi.fn<() => Promise<void>>(async () => {
    state = { ...state, queue: { view: fresh, at: Date.parse(fresh.serverTime) } };
  });
  const gate = new Gate(ground, initial, refresh, awaitedId);
  gate.start((said) => answers.push(said));
  return { gate, refresh };
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  asked = [];
  answers = [];
  dismissed = [];
  const clock = { offsetMs: 0, doubtMs: 5, readAt: now };
  state = { ...emptyGround, isRead: true, isReached: true, clock };
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    asked.push({
      key: headers.get("idempotency-key"),
      body:
        typeof init.body === "string"
          ? (JSON.parse(init.body) as Record<string, unknown>)
          : { searched: path },
    });
    const said = answer();
    if (said.type === "error") throw new TypeError("Failed to fetch");
    return said;
  });
});

const nobodys = () =>
  Response.json({ success: false, code: "qr.unknown_code", message: "No." }, { status: 400 });
const admitted = () =>
  Response.json({
    success: true,
    data: { id: "session", connector: { number: 4 }, booking: { id: "b", ownerName: "Ada" } },
  });
/** What the search of today's bookings answers. */
const searched = (...titles: string[]) =>
  Response.json({
    success: true,
    data: { q: "", matches: titles.map((title) => ({ type: "Booking", title })) },
  });
const whyOf = (step: Step) => (step.at === "No" ? step.explained.why.name : step.at);

describe("a code that this phone knows", () => {
  it.each([token, ` ${token}\n`, codeOf("here"), "HERE-xxxx"])(
    "%j is found without asking anybody",
    async (text) => {
      const { gate, refresh } = gateOf(queueOf(at(0), arrival("here")));
      await gate.take(text);
      expect(gate.step()).toMatchObject({ at: "Found", seen: { arrival: { id: "here" } } });
      expect(gate.step()).not.toHaveProperty("opensAt");
      expect([answers, refresh.mock.calls, asked]).toEqual([["yes"], [], []]);
    },
  );

  it("is early: it says when it opens, which is no", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("soon", 12, 42)));
    await gate.take(codeOf("soon"));
    expect(gate.step()).toMatchObject({ at: "Found", opensAt: at(12) });
    expect(answers).toEqual(["no"]);
  });

  it("is let in by an act, and in once that is done", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    await gate.letIn(found.seen, { connectorId: "c-3", number: 3 });
    expect(gate.step()).toMatchObject({ at: "Sent", key: "act-0", connector: 3 });
    expect(state.acts[0]?.act).toMatchObject({
      kind: "CheckIn",
      bookingId: "here",
      stationId: "station",
      qr: token,
      connectorId: "c-3",
    });
    settle({ state: "Done", result: { sessionId: "session" } });
    expect(gate.step()).toEqual({
      at: "In",
      name: "Owner here",
      connector: 3,
      bookingId: "here",
    });
    expect(answers).toEqual(["yes", "yes"]);
  });

  it("is let in once however often it is pressed, and its card is left at the first press", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    const presses = [gate.letIn(found.seen, {}), gate.letIn(found.seen, {})];
    expect(gate.step()).toMatchObject({ at: "Sent", key: null });
    await Promise.all(presses);
    await gate.letIn(found.seen, {});
    expect(gate.step()).toMatchObject({ at: "Sent", key: "act-0" });
    settle({ state: "Done" });
    await gate.letIn(found.seen, {});
    expect([gate.step().at, state.acts.length]).toEqual(["In", 1]);
  });

  it("can be let in again where the phone kept nothing, and says nothing of it to who went on", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    const add = vi.spyOn(ground, "add").mockRejectedValueOnce(new Error("The phone is full."));
    await expect(gate.letIn(found.seen, {})).rejects.toThrow("The phone is full.");
    expect(gate.step()).toBe(found);
    add.mockRestore();
    const sent = gate.letIn(found.seen, {});
    gate.aim();
    await sent;
    expect([gate.step(), state.acts.length]).toEqual([{ at: "Aim" }, 1]);
  });

  it("says why where the act was refused, and puts the refusal away", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at !== "Found") throw new Error(found.at);
    await gate.letIn(found.seen, {});
    const details = { usedAt: at(-9), by: "Omar", timeZone: "UTC" };
    settle({ state: "Refused", refusal: { code: "qr.already_used", message: "…", details } });
    expect(gate.step()).toMatchObject({
      at: "No",
      explained: { why: { name: "used", by: "Omar" }, ways: ["override", "session"] },
    });
    expect(dismissed).toEqual(["act-0"]);
  });

  it("was let in here and is not sent yet: used", async () => {
    const { gate } = gateOf(queueOf(at(0), arrival("here")));
    await gate.take(token);
    const found = gate.step();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    gate.aim();
    await gate.take(token);
    expect(whyOf(gate.step())).toBe("usedHere");
  });
});

describe("somebody who is awaited", () => {
  const both = queueOf(at(0), arrival("here"), arrival("other"));
  const awaitedOf = (step: Step) =>
    step.at === "Aim" || step.at === "Found" ? (step.awaited?.id ?? null) : step.at;

  it("stands there until their code is shown, which alone lets them in", async () => {
    const { gate } = gateOf(both, both, "here");
    expect(awaitedOf(gate.step())).toBe("here");
    await gate.take(token);
    const found = gate.step();
    expect(found).toMatchObject({ at: "Found", seen: { named: { qr: token } } });
    expect(awaitedOf(found)).toBeNull();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    gate.aim();
    expect([awaitedOf(gate.step()), state.acts.length]).toEqual([null, 1]);
  });

  it("is remembered where another's code is shown instead, and until it is somebody else's turn", async () => {
    const { gate } = gateOf(both, both, "here");
    await gate.take(codeOf("other"));
    expect(gate.step()).toMatchObject({ at: "Found", seen: { arrival: { id: "other" } } });
    expect(awaitedOf(gate.step())).toBe("here");
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("here");
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("here");
    gate.begin();
    expect(gate.step()).toEqual({ at: "Aim" });
    // The address, which names nobody now, may name them again.
    gate.follow("here");
    expect(awaitedOf(gate.step())).toBe("here");
  });

  it("is awaited still where their own code came too early", async () => {
    const early = queueOf(at(0), arrival("soon", 12, 42));
    const { gate } = gateOf(early, early, "soon");
    await gate.take(codeOf("soon"));
    expect(gate.step()).toMatchObject({ at: "Found", opensAt: at(12), awaited: undefined });
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("soon");
    await gate.take(codeOf("soon"));
    const found = gate.step();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    const details = { opensAt: at(12), timeZone: "UTC" };
    settle({ state: "Refused", refusal: { code: "qr.too_early", message: "…", details } });
    expect(gate.step()).toMatchObject({ at: "No", awaited: { id: "soon" } });
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("soon");
  });

  it.each([
    ["canceled", {}, "None"],
    ["let in at another gate", { inProgress: [{ bookingId: "here" }] }, "In"],
  ])("is so no longer once the list says that it was %s", async (_how, change, gone) => {
    const { gate } = gateOf(both, both, "here");
    const list = (view: object) => {
      state = { ...state, queue: { view, at: now + state.acts.length + 1 } };
      changed();
    };
    const later = { ...queueOf(at(0), arrival("other")), approvals: [], ...change };
    gate.miss("12");
    list(later);
    expect(gate.step()).toEqual({ at: "Aim", gone, typed: "12" });
    // Come back, as after a mistake, they are awaited as before.
    list(both);
    expect(awaitedOf(gate.step())).toBe("here");
    await gate.take(codeOf("other"));
    expect(awaitedOf(gate.step())).toBe("here");
    list(later);
    expect(awaitedOf(gate.step())).toBeNull();
    gate.aim();
    expect(gate.step()).toEqual({ at: "Aim", gone });
  });

  it("is as the list has them, with the connector that is free now", () => {
    const { gate } = gateOf(both, both, "here");
    const moved = { ...arrival("here"), proposedConnector: { number: 2 } };
    state = { ...state, queue: { view: queueOf(at(1), moved), at: now + 60_000 } };
    changed();
    expect(gate.step()).toMatchObject({ awaited: { proposedConnector: { number: 2 } } });
  });

  it("is nobody where the booking is not to come, and it says how that stands", () => {
    const queue = {
      ...both,
      inProgress: [{ bookingId: "charging" }],
      approvals: [{ id: "asked" }],
    } as unknown as QueueView;
    const goneOf = (id?: string) => gateOf(queue, queue, id).gate.step();
    expect(goneOf("charging")).toEqual({ at: "Aim", gone: "In" });
    expect(goneOf("asked")).toEqual({ at: "Aim", gone: "Pending" });
    expect(goneOf("elsewhere")).toEqual({ at: "Aim", gone: "None" });
    expect(goneOf()).toEqual({ at: "Aim" });
  });

  it("is whom the address names: another, or nobody where it names none", async () => {
    const { gate } = gateOf(both, both, "here");
    gate.follow("other");
    expect(awaitedOf(gate.step())).toBe("other");
    gate.follow(null);
    expect(gate.step()).toEqual({ at: "Aim" });
    // An answer stays while the address does.
    await gate.take(token);
    gate.follow(null);
    expect(gate.step().at).toBe("Found");
  });

  it("is awaited still where a code or a number was mistyped, or their own was refused", async () => {
    answer = nobodys;
    const { gate } = gateOf(both, both, "here");
    for (const mistyped of ["ABCD-EFGH", "BK-7F3K-29QD", "https://example.com/menu"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as at the gate
      await gate.take(mistyped);
      expect(gate.step()).toMatchObject({ at: "No", awaited: { id: "here" } });
      gate.aim();
      expect(awaitedOf(gate.step())).toBe("here");
    }
    await gate.take(token);
    const found = gate.step();
    if (found.at === "Found") await gate.letIn(found.seen, {});
    settle({ state: "Refused", refusal: { code: "qr.owner_deactivated", message: "…" } });
    expect(gate.step()).toMatchObject({ at: "No", awaited: { id: "here" } });
    gate.aim();
    expect(awaitedOf(gate.step())).toBe("here");
    await gate.take(token);
    const again = gate.step();
    if (again.at === "Found") await gate.letIn(again.seen, {});
    const details = { usedAt: at(-9), by: "Omar", timeZone: "UTC" };
    settle({ state: "Refused", refusal: { code: "qr.already_used", message: "…", details } });
    state = { ...state, queue: { view: queueOf(at(1), arrival("other")), at: now + 60_000 } };
    changed();
    // What the card has said of them is not said once more.
    gate.aim();
    expect(gate.step()).toEqual({ at: "Aim" });
  });

  it.each(["BK-7F3K-29QD", "bk7f3k29qd", "BK 7f3k 29qd"])(
    "is found by the number %j, which lets nobody in",
    async (typed) => {
      const numbered = queueOf(at(0), { ...arrival("here"), number: "BK-7F3K-29QD" });
      const { gate } = gateOf(queueOf(at(-9)), numbered);
      await gate.take(typed);
      expect(awaitedOf(gate.step())).toBe("here");
      expect([asked, state.acts]).toEqual([[], []]);
    },
  );

  it("is found by the eight signs of the number, if they are nobody's code", async () => {
    const numbered = queueOf(at(0), { ...arrival("here"), number: "BK-7F3K-29QD" });
    const { gate } = gateOf(numbered);
    await gate.take("7f3k-29qd");
    expect([awaitedOf(gate.step()), asked]).toEqual(["here", []]);
  });

  it("says that a number is none of those to come, and which booking to look at", async () => {
    answer = () => searched("BK-7F3K-29QD");
    const { gate, refresh } = gateOf(both);
    await gate.take("bk7f3k29qd");
    expect(gate.step()).toMatchObject({
      explained: { why: { name: "notAwaited", number: "BK-7F3K-29QD" } },
    });
    expect(refresh).toHaveBeenCalledOnce();
    expect(asked.map(({ body }) => body)).toEqual([{ searched: "/api/v1/search?q=BK-7F3K-29QD" }]);
    answer = () => Response.error();
    await gate.take("bk7f3k29qd");
    expect(whyOf(gate.step())).toBe("unknownHere");
    state = { ...state, isReached: false };
    await gate.take("bk7f3k29qd");
    expect(whyOf(gate.step())).toBe("unknownHere");
  });

  it.each([[], ["BK-7F3K-29QDX"]])(
    "says that no booking of today has a number where the search finds %j",
    async (...titles) => {
      answer = () => searched(...titles);
      const { gate } = gateOf(both);
      await gate.take("bk7f3k29qd");
      expect(gate.step()).toMatchObject({
        explained: { why: { name: "unknownNumber", number: "BK-7F3K-29QD" }, ways: ["search"] },
      });
    },
  );

  it("drops the answer before where what is typed next is too short for a code", async () => {
    answer = nobodys;
    const { gate } = gateOf(both, both, "here");
    await gate.take("ZZZZ9999");
    expect(whyOf(gate.step())).toBe("unknownCode");
    gate.miss("12345");
    expect(gate.step()).toMatchObject({ at: "Aim", typed: "12345", awaited: { id: "here" } });
  });
});

describe("a code that it does not know", () => {
  it("is not judged by a clock that was never compared with the server's", async () => {
    const early = arrival("here", 120, 150);
    const { gate, refresh } = gateOf(queueOf(at(0), early));
    state = { ...state, clock: null };
    refresh.mockImplementation(async () => {
      state = { ...state, clock: { offsetMs: 125 * 60_000, doubtMs: 5, readAt: now } };
    });
    await gate.take(token);
    expect(gate.step()).not.toHaveProperty("opensAt");
    expect([gate.step().at, refresh.mock.calls.length, asked]).toEqual(["Found", 1, []]);
  });

  it("may be in the list by now, which is asked for first", async () => {
    const { gate, refresh } = gateOf(queueOf(at(-1)), queueOf(at(0), arrival("here")));
    await gate.take(token);
    expect(gate.step()).toMatchObject({ at: "Found", seen: { arrival: { id: "here" } } });
    expect([refresh.mock.calls.length, asked]).toEqual([1, []]);
  });

  it("is judged by the server, with its words", async () => {
    answer = nobodys;
    const { gate } = gateOf(queueOf(at(0)));
    await gate.take("abcd-efgh");
    expect(whyOf(gate.step())).toBe("unknownCode");
    expect(asked.map(({ body }) => body)).toEqual([{ code: "ABCDEFGH" }]);
    answer = admitted;
    await gate.take(token);
    expect(gate.step()).toEqual({ at: "In", name: "Ada", connector: 4, bookingId: "b" });
    expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
  });

  it("is asked about with the same key until there is an answer", async () => {
    answer = () => Response.error();
    const { gate } = gateOf(queueOf(at(0)));
    await gate.take(token);
    expect(gate.step()).toMatchObject({ explained: { why: { name: "unanswered" } } });
    answer = admitted;
    const step = gate.step();
    if (step.at === "No" && step.seen) await gate.letIn(step.seen, {});
    expect(gate.step().at).toBe("In");
    expect(asked).toHaveLength(2);
    expect(asked[0]?.key).toBe(asked[1]?.key);
  });

  it("is not judged without network: nothing is promised, and nobody asked", async () => {
    state = { ...state, isReached: false };
    const { gate, refresh } = gateOf(queueOf(at(0), arrival("late", -60, -3)));
    await gate.take(token);
    expect(whyOf(gate.step())).toBe("unknownHere");
    await gate.take(codeOf("late"));
    expect(gate.step()).toMatchObject({ explained: { why: { name: "late", closedAt: at(-3) } } });
    expect([refresh.mock.calls, asked]).toEqual([[], []]);
  });

  it("is none of ours where it looks like none", async () => {
    const { gate } = gateOf(queueOf(at(0)));
    await gate.take("https://example.com/menu");
    expect(whyOf(gate.step())).toBe("notOurs");
    expect([answers, asked]).toEqual([["no"], []]);
  });
});
