import { describe, expect, it } from "vitest";

import type { Act, KeptAct } from "@/components/offline/act";
import { countWaiting } from "@/components/queue/count-waiting";
import { ofStation, onPhone, queueOnPhone } from "@/components/queue/on-phone";
import { withGone } from "@/components/queue/use-lingering";
import { stopwatch } from "@/components/queue/use-times";
import { finalizeFaults, finalizeInput } from "@/components/session-card/finalize-input";
import { FinalizeSession } from "@/lib/charging/sessions/schema";
import type { QueuedArrival, QueuedSession, QueueView } from "@/lib/charging/queue/schema";

const minute = (of: number) => new Date(Date.UTC(2026, 5, 1, 10, of)).toISOString();
const connector = { id: "c3", number: 3, standards: ["IEC_62196_T2_COMBO"], maxPowerKw: 150 };

const arrival = (id: string, stationId = "here") =>
  ({
    id,
    number: `BK-${id}`,
    stationId,
    stationName: "Here",
    timeZone: "UTC",
    ownerName: "Ada",
    vehiclePlate: "KTR-4100",
    startsAt: minute(0),
    endsAt: minute(60),
    opensAt: minute(-15),
    closesAt: minute(30),
    proposedConnector: connector,
    estimate: { amount: "5.00", currency: "USD" },
  }) as QueuedArrival;

const session = (bookingId: string, pausedAt: string | null = null) =>
  ({
    id: `s-${bookingId}`,
    bookingId,
    stationId: "here",
    startedAt: minute(0),
    pausedAt,
    bookedUntil: minute(60),
    noteList: [{ id: "n1", at: minute(1), by: "Ada", text: "First." }],
    photos: [],
    connector,
    can: ["annotate", pausedAt === null ? "pause" : "resume", "finalize"],
  }) as unknown as QueuedSession;

const queue = (arrivals: QueuedArrival[], inProgress: QueuedSession[] = []) =>
  ({ arrivals, inProgress, approvals: [], exceptions: [] }) as unknown as QueueView;

let seq = 0;
const kept = (
  act: Partial<Act> & Pick<Act, "kind" | "bookingId">,
  state: KeptAct["state"] = "Waiting",
  result?: KeptAct["result"],
): KeptAct => {
  seq += 1;
  const head = { key: `k${seq}`, at: minute(5), number: "BK", stationId: "here" };
  return { act: { ...head, ...act } as Act, seq, state, tries: 0, dueAt: 0, result };
};

describe("the queue as this phone knows it", () => {
  it("is the server's where nothing was done here", () => {
    const shown = queueOnPhone(queue([arrival("a")], [session("b")]), []);
    expect(shown.arrivals).toEqual([arrival("a")]);
    expect(shown.inProgress).toMatchObject([{ id: "s-b", acts: [], finishedAt: null }]);
  });

  it("shows a car that was let in without network as charging since it was scanned", () => {
    const shown = queueOnPhone(queue([arrival("a")]), [kept({ kind: "CheckIn", bookingId: "a" })]);
    expect(shown.arrivals).toEqual([]);
    expect(shown.inProgress).toMatchObject([
      { id: null, bookingId: "a", startedAt: minute(5), bookedUntil: minute(60), connector },
    ]);
    expect(shown.inProgress[0]?.acts).toHaveLength(1);
    expect(shown.inProgress[0]?.currency).toBe("USD");
  });

  it("can pause such a car or resume it, never both", () => {
    const checkIn = kept({ kind: "CheckIn", bookingId: "a" });
    const pause = kept({ kind: "Pause", bookingId: "a" });
    const canAfter = (...acts: KeptAct[]) =>
      queueOnPhone(queue([arrival("a")]), acts).inProgress[0]?.can;
    expect(canAfter(checkIn)).toEqual(["annotate", "pause", "finalize"]);
    expect(canAfter(checkIn, pause)).toEqual(["annotate", "finalize", "resume"]);
    const resume = kept({ kind: "Resume", bookingId: "a" });
    expect(canAfter(checkIn, pause, resume)).toEqual(["annotate", "pause", "finalize"]);
  });

  it("names no connector that only the answer can tell", () => {
    const checkIn = kept({ kind: "CheckIn", bookingId: "a", connectorId: "another" } as never);
    expect(queueOnPhone(queue([arrival("a")]), [checkIn]).inProgress[0]?.connector).toBeNull();
  });

  it("knows the session once the check-in is answered, and leaves it to the server from then on", () => {
    const done = kept({ kind: "CheckIn", bookingId: "a" }, "Done", { sessionId: "s-a" });
    expect(queueOnPhone(queue([arrival("a")]), [done]).inProgress[0]?.id).toBe("s-a");
    const later = queueOnPhone(queue([arrival("a")], [session("a")]), [done]);
    expect(later.inProgress).toHaveLength(1);
    expect(later.arrivals).toEqual([]);
  });

  it("keeps an arrival whose check-in was refused", () => {
    const refused = kept({ kind: "CheckIn", bookingId: "a" }, "Refused");
    expect(queueOnPhone(queue([arrival("a")]), [refused]).arrivals).toHaveLength(1);
  });

  it("marks what was finished here, and drops it once it is sent", () => {
    const waits = kept({ kind: "Finalize", bookingId: "b" });
    const [shown] = queueOnPhone(queue([], [session("b")]), [waits]).inProgress;
    expect(shown?.finishedAt).toBe(minute(5));
    const sent = kept({ kind: "Finalize", bookingId: "b" }, "Done");
    expect(queueOnPhone(queue([], [session("b")]), [sent]).inProgress).toEqual([]);
    const refused = kept({ kind: "Finalize", bookingId: "b" }, "Refused");
    expect(queueOnPhone(queue([], [session("b")]), [refused]).inProgress[0]?.finishedAt).toBeNull();
  });

  it("is shown of one station alone, or of all", () => {
    const shown = queueOnPhone(queue([arrival("a"), arrival("b", "there")]), []);
    expect(ofStation(shown, "there").arrivals.map(({ id }) => id)).toEqual(["b"]);
    expect(ofStation(shown, null).arrivals).toHaveLength(2);
  });
});

describe("a session as this phone knows it", () => {
  it("shows notes that wait behind those that are kept, without an author", () => {
    const note = kept({ kind: "Note", bookingId: "b", text: "Second." } as never);
    expect(onPhone(session("b"), [note]).noteList).toMatchObject([
      { by: "Ada", text: "First." },
      { by: null, text: "Second.", at: minute(5) },
    ]);
  });

  it("is paused by what was done last, and can be resumed then", () => {
    const pause = kept({ kind: "Pause", bookingId: "b" });
    expect(onPhone(session("b"), [pause])).toMatchObject({ pausedAt: minute(5) });
    expect(onPhone(session("b"), [pause]).can).toEqual(["annotate", "finalize", "resume"]);
    const resume = kept({ kind: "Resume", bookingId: "b" });
    expect(onPhone(session("b"), [pause, resume]).pausedAt).toBeNull();
    expect(onPhone(session("b", minute(2)), [resume]).can).toContain("pause");
  });

  it("hears nothing of other bookings", () => {
    const other = kept({ kind: "Pause", bookingId: "another" });
    expect(onPhone(session("b"), [other])).toMatchObject({ pausedAt: null, acts: [] });
  });
});

describe("what waits for the operator", () => {
  const now = Date.parse(minute(-15));
  it("is what is to be approved or looked at, and cars that may check in from the first instant on", () => {
    const counts = { approvals: 2, arrivals: 1, inProgress: 9, exceptions: 3 };
    const view = { ...queue([arrival("a")]), counts } as QueueView;
    expect(countWaiting(view, now)).toBe(6);
    expect(countWaiting(view, now - 1)).toBe(5);
  });
});

describe("S8: a row that is done with keeps its place", () => {
  const row = (id: string) => ({ id });
  const shown = (...ids: string[]) => ids.map((id) => ({ row: row(id), isGone: false }));
  const names = (rows: ReturnType<typeof withGone>) =>
    rows.map(({ row: { id }, isGone }) => (isGone ? `${id} gone` : id));

  it("where it stood, between its neighbours", () => {
    expect(names(withGone(shown("a", "b", "c"), [row("a"), row("c")]))).toEqual([
      "a",
      "b gone",
      "c",
    ]);
    expect(names(withGone(shown("a", "b"), [row("b")]))).toEqual(["a gone", "b"]);
    expect(names(withGone(shown("a", "b"), []))).toEqual(["a gone", "b gone"]);
  });

  it("beside what has come", () => {
    expect(names(withGone(shown("a"), [row("x")]))).toEqual(["a gone", "x"]);
  });
});

describe("what is typed to finish a session", () => {
  const draft = { kWh: "", mode: "cash", amount: "" } as const;
  it("leaves out what nobody typed", () => {
    expect(finalizeInput(draft)).toEqual({ payment: { mode: "cash" } });
    expect(finalizeInput({ ...draft, mode: "none", amount: "5" })).toEqual({});
  });

  it("reads numbers as people write them, and leaves what is none to the rule", () => {
    expect(finalizeInput({ ...draft, kWh: " 18,25 ", amount: "1 020.5" })).toEqual({
      kWh: "18.25",
      payment: { mode: "cash", amount: "1020.5" },
    });
    expect(finalizeInput({ ...draft, kWh: "abc" }).kWh).toBe("abc");
  });

  it.each([
    "0",
    "1000",
    "12.5",
    "0.001",
    "999.999",
    "",
    "1000.001",
    "12..5",
    "12,,5",
    "1.2345",
    "-1",
    "abc",
  ])(
    "is told to be wrong on the phone where the server would refuse it: %j kWh, as an amount too",
    (typed) => {
      const input = finalizeInput({ ...draft, kWh: typed, amount: typed });
      const read = FinalizeSession.safeParse({
        bookingId: "01900000-0000-7000-8000-000000000001",
        ...input,
      });
      const refused = read.error?.issues.map(({ path }) => path.join(".")) ?? [];
      expect(Object.keys(finalizeFaults(input, null)).toSorted()).toEqual(refused.toSorted());
    },
  );

  it("has no more places than its currency, where that is known", () => {
    const faults = (amount: string, currency: string | null) =>
      finalizeFaults(finalizeInput({ ...draft, amount }), currency);
    expect(faults("8.50", "USD")).toEqual({});
    expect(faults("8.505", "USD")).toEqual({ "payment.amount": "decimals" });
    expect(faults("8.505", "KWD")).toEqual({});
    expect(faults("8.5", "JPY")).toEqual({ "payment.amount": "decimals" });
    expect(faults("8.505", null)).toEqual({});
    expect(faults("8..5", "USD")).toEqual({ "payment.amount": "amount" });
  });
});

it("counts a running time to the second, beyond a day", () => {
  expect([0, 59_999, 3_600_000, 90_061_000].map(stopwatch)).toEqual([
    "0:00:00",
    "0:00:59",
    "1:00:00",
    "25:01:01",
  ]);
});
