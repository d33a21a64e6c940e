import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { receipts, sessions } from "@/db/schema/sessions";
import type { UserActor } from "@/lib/core/actor";
import { readQr } from "@/lib/charging/bookings";

import { at, settingOf, type Setting } from "../rooms/charging/bookings/setting";
import { startBeside, startServer, type TestServer } from "../support/server";
import { bearerOn } from "../support/sign-in";

let server: TestServer;
let beside: { readonly url: string; stop(): Promise<void> };
let s: Setting;

beforeAll(async () => {
  server = await startServer({ worker: false });
  beside = await startBeside(server.env);
  s = await settingOf(server.db);
  await itIs(0);
}, 180_000);
afterAll(async () => {
  await beside?.stop();
  await server?.stop();
});

/** Sets the clock that both processes read, in hours after the tests' start; ours stands there with it. */
async function itIs(hour: number) {
  s.clock.set(at(hour));
  const set = await fetch(`${server.url}/api/test/clock`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: at(hour) }),
  });
  expect(set.status).toBe(200);
}

interface Sent {
  readonly as: UserActor;
  readonly path: string;
  readonly method?: "POST" | "PUT";
  readonly body?: unknown;
  readonly key?: string;
}

/** Sends all at once, to one process and the other in turn; what each was answered. */
async function race(requests: readonly Sent[]) {
  const ready = await Promise.all(
    requests.map(async ({ as, ...rest }) => ({ ...rest, headers: await bearerOn(s.db, as) })),
  );
  return Promise.all(
    ready.map(async ({ path, method = "PUT", body = {}, key, headers }, index) => {
      const response = await fetch(`${[server, beside][index % 2]?.url}/api/v1/${path}`, {
        method,
        headers: {
          ...headers,
          "content-type": "application/json",
          ...(key !== undefined && { "idempotency-key": key }),
        },
        body: JSON.stringify(body),
      });
      const { data, code } = await response.json();
      return { status: response.status, data, code, said: response.ok ? "done" : String(code) };
    }),
  );
}

const counted = (answers: readonly { readonly said: string }[]) => {
  const counts: Record<string, number> = {};
  for (const { said } of answers) counts[said] = (counts[said] ?? 0) + 1;
  return counts;
};
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => s.owner()));
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const booking = (
  as: UserActor,
  stationId: string,
  hour: number,
  key: string = crypto.randomUUID(),
): Sent => ({
  as,
  path: "bookings",
  method: "POST",
  key,
  body: { stationId, startsAt: at(hour), endsAt: at(hour + 1) },
});

it("40 owners for the last 4 places of a slot: exactly 4 get one", async () => {
  const station = await s.station();
  const answers = await race((await crowd(40)).map((owner) => booking(owner, station, 20)));
  expect(counted(answers)).toEqual({ done: 4, "slot.full": 36 });
  // Those who came too late have the times nearest to it held for them, as long as there are any.
  const { 20: booked, ...held } = await s.reserved(station);
  expect(booked).toBe(4);
  for (const taken of Object.values(held)) expect(taken).toBeLessThanOrEqual(4);
  await s.holds();
});

it("one owner's 20 requests at once for one hour: one booking", async () => {
  const station = await s.station();
  const owner = await s.owner();
  const answers = await race(times(20, () => booking(owner, station, 21)));
  expect(counted(answers)).toEqual({ done: 1, "booking.overlap": 19 });
  await s.holds();
});

it("a double tap, 20 times with one key: one booking, and who asks again is told of it", async () => {
  const station = await s.station();
  const owner = await s.owner();
  const key = crypto.randomUUID();
  const tap = () => booking(owner, station, 22, key);
  // At most four wait for the first; on a busy machine the others hear that it is in progress, and ask again.
  const answers = await race(times(20, tap));
  const { done = 0, "idempotency.in_progress": early = 0, ...other } = counted(answers);
  expect({ total: done + early, other }).toEqual({ total: 20, other: {} });
  expect(done).toBeGreaterThan(0);
  const again = await race([tap(), tap()]);
  expect(counted(again)).toEqual({ done: 2 });
  const told = [...answers, ...again].flatMap(({ data }) => data?.id ?? []);
  expect(new Set(told).size).toBe(1);
  expect(await s.db.$count(bookings, eq(bookings.stationId, station))).toBe(1);
  await s.holds();
});

it("an approval against the owner's cancelling: it ends cancelled, and its place is free", async () => {
  const station = await s.station({ capacity: 8 });
  const operator = await s.operatorAt(station);
  for (const owner of await crowd(4)) {
    const { id } = await s.book(owner, 60, 61, station);
    const [approved, cancelled] = await race([
      { as: operator, path: `bookings/${id}/approve` },
      { as: owner, path: `bookings/${id}/cancel` },
    ]);
    expect(cancelled?.said).toBe("done");
    expect(["done", "booking.status"]).toContain(approved?.said);
    expect(await s.status(id)).toBe("CanceledByOwner");
    // Made, perhaps approved, and cancelled.
    expect(await s.audits(id)).toHaveLength(approved?.said === "done" ? 3 : 2);
  }
  expect(await s.reserved(station)).toEqual({});
  await s.holds();
});

it("a code shown to both at once lets one car in, and ten times ended is one receipt", async () => {
  const station = await s.station();
  const operator = await s.operatorAt(station);
  const owner = await s.owner();
  const { id } = await s.approved(owner, 30, 31, station);
  const { token: qr } = await readQr(s.as(owner), { id });
  await itIs(30);
  const checkin = { as: operator, path: "sessions/checkin", method: "POST", body: { qr } } as const;
  const arrivals = await race(times(10, () => checkin));
  expect(counted(arrivals)).toEqual({ done: 1, "qr.already_used": 9 });
  expect(await s.db.$count(sessions, eq(sessions.bookingId, id))).toBe(1);

  await itIs(30.5);
  const body = { bookingId: id, kWh: 7.5, payment: { mode: "cash" } };
  const finalize = { as: operator, path: "sessions/finalize", method: "POST", body } as const;
  const ended = await race(times(10, () => finalize));
  expect(counted(ended)).toEqual({ done: 10 });
  expect(new Set(ended.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  const [session] = await s.db.select().from(sessions).where(eq(sessions.bookingId, id));
  expect(session?.status).toBe("Completed");
  expect(await s.db.$count(receipts, eq(receipts.sessionId, session?.id ?? ""))).toBe(1);
  await s.holds();
});
