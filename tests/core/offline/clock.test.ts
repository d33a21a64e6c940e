import { expect, test } from "vitest";

import { betterClock, readClock, serverTimeAt } from "@/components/offline/clock";
import { hourMs, minuteMs } from "@/lib/core/durations";

const server = Date.parse("2026-06-01T12:00:00.000Z");

test.each([3, -3, 0])("a phone that is %i hours wrong says the server's time", (hours) => {
  const phone = server + hours * hourMs;
  // It is told 200 ms after asking, and heard 200 ms later.
  const clock = readClock({
    sentAt: phone - 200,
    heardAt: phone + 200,
    serverTime: new Date(server).toISOString(),
  });
  expect(clock).toEqual({ offsetMs: -hours * hourMs + 0, doubtMs: 200, readAt: phone + 200 });
  const later = 17 * minuteMs;
  expect(serverTimeAt(clock, phone + later)).toBe(server + later);
});

test("the Date header tells as much, to half a second", () => {
  const clock = readClock({
    sentAt: 1_000,
    heardAt: 1_100,
    date: "Mon, 01 Jun 2026 12:00:00 GMT",
  });
  expect(clock).toEqual({ offsetMs: server + 500 - 1_050, doubtMs: 550, readAt: 1_100 });
});

test("what tells no time, or was heard before it was sent, is no reading", () => {
  expect(readClock({ sentAt: 0, heardAt: 1 })).toBeNull();
  expect(readClock({ sentAt: 0, heardAt: 1, date: "soon", serverTime: "later" })).toBeNull();
  expect(readClock({ sentAt: 9, heardAt: 1, serverTime: "2026-06-01T12:00:00Z" })).toBeNull();
  expect(serverTimeAt(null, 42)).toBe(42);
});

test("a rougher reading that agrees gives way to a finer one, for ten minutes", () => {
  const fine = { offsetMs: 5_000, doubtMs: 50, readAt: 0 };
  const rough = { offsetMs: 5_400, doubtMs: 900, readAt: minuteMs };
  expect(betterClock(fine, rough)).toBe(fine);
  expect(betterClock(null, rough)).toBe(rough);
  expect(betterClock(rough, { ...fine, readAt: 2 * minuteMs })).toMatchObject({ doubtMs: 50 });
  const old = { ...rough, readAt: 10 * minuteMs };
  expect(betterClock(fine, old)).toBe(old);
});

test("where they contradict one another the phone's clock was changed, and the newer counts", () => {
  const fine = { offsetMs: 0, doubtMs: 50, readAt: 0 };
  const changed = { offsetMs: -3 * hourMs, doubtMs: 900, readAt: 3 * hourMs };
  expect(betterClock(fine, changed)).toBe(changed);
  const soon = { offsetMs: 1_000, doubtMs: 900, readAt: 1 };
  expect(betterClock(fine, soon)).toBe(soon);
});
