import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";

import { audits } from "@/db/schema/audit";
import { offlineRefusals } from "@/db/schema/queue";
import type { UserActor } from "@/lib/core/actor";

import { cookieFor } from "../../support/sign-in";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig } from "../../support/world";
import { makeGate } from "./gate";

vi.stubEnv("NEXTAUTH_SECRET", "s".repeat(32));
const { api, businessId, station, operator, colleague, office, at, booked, checkIn, listedOf } =
  await makeGate();
const finalize = (body: object, as = operator, key = crypto.randomUUID()) =>
  api.call("POST", "/api/v1/sessions/finalize", {
    as,
    body,
    headers: { "Idempotency-Key": key },
  });

/** What is kept of a booking, as the queue and the list have it. */
async function keptOf(bookingId: string, as: UserActor = operator) {
  // oxlint-disable-next-line typescript/no-explicit-any -- rows of the answer
  const mine = (rows: any[]) => rows.filter((row) => row.bookingId === bookingId);
  const queue = await api.call("GET", "/api/v1/operator/queue", { as: operator });
  return {
    listed: await listedOf(bookingId, as),
    // oxlint-disable-next-line typescript/no-explicit-any -- rows of the answer
    queued: mine(queue.body.data.exceptions).filter((row: any) => row.kind === "OfflineRefused"),
  };
}

describe("an act without network that is refused", () => {
  it("is answered as always, kept once with both facts, and never with its code", async () => {
    const { id, code, token } = await booked();
    expect((await checkIn({ code }, colleague)).status).toBe(201);
    api.clock.set(at(20));
    const key = crypto.randomUUID();
    const offline = { qr: token, scannedAt: at(5) };
    for (const _ of [1, 2]) {
      expect(await checkIn(offline, operator, key)).toMatchObject({
        status: 400,
        body: {
          code: "qr.already_used",
          details: { usedAt: at(0).toISOString(), by: colleague.name },
        },
      });
    }
    const { listed, queued } = await keptOf(id);
    expect(listed).toHaveLength(1);
    expect(queued).toMatchObject([
      {
        kind: "OfflineRefused",
        bookingId: id,
        since: at(20).toISOString(),
        action: "settle",
        facts: {
          act: "CheckIn",
          at: at(5).toISOString(),
          by: operator.name,
          code: "qr.already_used",
          details: { usedAt: at(0).toISOString(), by: colleague.name },
          found: {
            status: "InProgress",
            action: "Create",
            at: at(0).toISOString(),
            by: colleague.name,
          },
        },
      },
    ]);
    const stored = await api.db
      .select()
      .from(offlineRefusals)
      .where(eq(offlineRefusals.bookingId, id));
    for (const secret of [code, token]) expect(JSON.stringify(stored)).not.toContain(secret);
    const told = await api.db.select().from(audits).where(eq(audits.entityId, listed[0].id));
    expect(told).toMatchObject([{ entity: "OfflineAct", action: "Refuse" }]);
  });

  it("is kept of a booking that was canceled meanwhile, with when", async () => {
    const { id, code, owner } = await booked();
    void owner;
    api.clock.set(at(-10));
    const reason = "The transformer burns.";
    await api.call("PUT", `/api/v1/bookings/${id}/cancel`, { as: office, body: { reason } });
    api.clock.set(at(30));
    expect(await checkIn({ code, scannedAt: at(3) })).toMatchObject({
      status: 400,
      body: {
        code: "qr.wrong_status",
        details: { status: "CanceledByBackoffice", since: at(-10).toISOString() },
      },
    });
    expect((await keptOf(id)).queued).toMatchObject([
      { facts: { found: { status: "CanceledByBackoffice", action: "Cancel", by: office.name } } },
    ]);
  });

  it("is kept when it comes too late to be believed", async () => {
    const { id, code } = await booked();
    api.clock.set(new Date(at(5).getTime() + hours(4) + 1));
    expect(await checkIn({ code, scannedAt: at(5) })).toMatchObject({
      status: 400,
      body: { code: "offline.too_old", errors: [{ field: "scannedAt" }] },
    });
    expect((await keptOf(id)).queued).toMatchObject([{ facts: { code: "offline.too_old" } }]);
  });

  it("is kept when the phone's clock was far ahead, money taken with it", async () => {
    const { id, code } = await booked();
    await checkIn({ code });
    api.clock.set(at(20));
    const payment = { mode: "cash", amount: "4.00" };
    const far = new Date(at(20).getTime() + hours(3));
    expect((await finalize({ bookingId: id, payment, at: far })).body.code).toBe("offline.ahead");
    const near = new Date(at(20).getTime() + 60_001);
    expect((await finalize({ bookingId: id, at: near })).body.code).toBe("offline.ahead");
    expect((await keptOf(id)).queued).toMatchObject([
      {
        facts: { act: "Finalize", at: far.toISOString(), code: "offline.ahead", told: { payment } },
      },
      { facts: { at: near.toISOString() } },
    ]);
  });

  it("is kept of pause, note and abort after the session was ended by another phone", async () => {
    const { id, code } = await booked();
    const session = (await checkIn({ code })).body.data;
    api.clock.set(at(20));
    expect((await finalize({ bookingId: id }, colleague)).status).toBe(200);
    api.clock.set(at(40));
    const path = `/api/v1/sessions/${session.id}`;
    const put = (url: string, body: object) => api.call("PUT", url, { as: operator, body });
    const ended = { status: 409, body: { code: "session.ended" } };
    expect(await put(path, { paused: true, at: at(10) })).toMatchObject(ended);
    expect(await put(path, { addNote: "Left door.", at: at(11) })).toMatchObject(ended);
    const abort = { reason: "Smoke", at: at(12) };
    expect(await put(`/api/v1/bookings/${id}/cancel`, abort)).toMatchObject({
      status: 409,
      body: { code: "booking.status" },
    });
    const { queued } = await keptOf(id);
    expect(queued.map(({ facts, sessionId }) => [facts.act, facts.told, sessionId])).toEqual([
      ["Pause", { paused: true }, session.id],
      ["Note", { addNote: "Left door." }, session.id],
      ["Abort", { reason: "Smoke", chargeFee: false }, session.id],
    ]);
    expect(queued[0].facts.found).toMatchObject({ action: "Finalize", by: colleague.name });
  });

  it("keeps what a second phone finalized with, though it is answered the first result", async () => {
    const { id, code } = await booked();
    await checkIn({ code });
    api.clock.set(at(30));
    const first = await finalize({ bookingId: id, payment: { mode: "card" } }, colleague);
    api.clock.set(at(50));
    const key = crypto.randomUUID();
    const second = { bookingId: id, kWh: 12.5, payment: { mode: "cash", amount: 20 }, at: at(29) };
    for (const _ of [1, 2]) {
      const answer = await finalize(second, operator, key);
      expect(answer).toMatchObject({ status: 200, body: first.body });
    }
    expect((await keptOf(id)).queued).toMatchObject([
      {
        facts: {
          act: "Finalize",
          code: "session.ended",
          told: { kWh: "12.5", payment: { mode: "cash", amount: 20 } },
        },
      },
    ]);
    // Its own is nothing to settle.
    const own = await booked();
    await checkIn({ code: own.code });
    api.clock.set(at(40));
    expect((await finalize({ bookingId: own.id, at: at(20) })).status).toBe(200);
    expect((await keptOf(own.id)).listed).toEqual([]);
  });

  it("tells what was paid to the phone whose check-in came second, and ends no session of another", async () => {
    const { id, code } = await booked();
    api.clock.set(at(2));
    await checkIn({ code }, colleague);
    api.clock.set(at(60));
    const scannedAt = at(1);
    expect((await checkIn({ code, scannedAt })).body.code).toBe("qr.already_used");
    const paid = { kWh: "18.2", payment: { mode: "cash", amount: "12.50" } };
    const key = crypto.randomUUID();
    for (const _ of [1, 2]) {
      expect(
        await finalize({ bookingId: id, ...paid, at: at(40), scannedAt }, operator, key),
      ).toMatchObject({
        status: 409,
        body: { code: "session.begun_otherwise", details: { startedAt: at(2).toISOString() } },
      });
    }
    const { queued } = await keptOf(id);
    expect(queued).toMatchObject([
      { facts: { act: "CheckIn" } },
      {
        facts: {
          act: "Finalize",
          at: at(40).toISOString(),
          told: paid,
          found: { status: "InProgress", by: colleague.name },
        },
      },
    ]);
    // The session that the check-in did begin is ended, told with it or without.
    const own = await finalize({ bookingId: id, at: at(41), scannedAt: at(2) }, colleague);
    expect(own).toMatchObject({ status: 200, body: { data: { endedAt: at(41).toISOString() } } });
  });

  it("tells what was paid where the car was never let in", async () => {
    const { id } = await booked();
    api.clock.set(at(60));
    const paid = { kWh: "7", payment: { mode: "cash", amount: "5.00" } };
    const end = { bookingId: id, ...paid, at: at(40), scannedAt: at(1) };
    expect((await finalize(end)).body.code).toBe("session.not_found");
    expect((await keptOf(id)).queued).toMatchObject([
      {
        sessionId: null,
        facts: { act: "Finalize", told: { kWh: "7" }, found: { status: "Approved" } },
      },
    ]);
  });

  it("is kept where the amount is finer than the currency", async () => {
    const { id, code } = await booked();
    await checkIn({ code });
    api.clock.set(at(60));
    const payment = { mode: "cash", amount: "12.505" };
    expect((await finalize({ bookingId: id, payment, at: at(40) })).status).toBe(422);
    expect((await keptOf(id)).queued).toMatchObject([{ facts: { told: { payment } } }]);
  });

  it("keeps what a second phone finalized by minutes with", async () => {
    const { id, code } = await booked();
    await checkIn({ code });
    api.clock.set(at(50));
    const by = (minutes: number, at: Date) => ({ bookingId: id, minutes, at });
    expect((await finalize(by(20, at(30)), colleague)).status).toBe(200);
    expect((await keptOf(id)).listed).toEqual([]);
    const late = { ...by(25, at(45)), payment: { mode: "cash", amount: "9.00" } };
    expect((await finalize(late)).status).toBe(200);
    expect((await keptOf(id)).queued).toMatchObject([{ facts: { told: { minutes: 25 } } }]);
  });

  it("is kept of a station that was taken from its operator meanwhile, money taken with it", async () => {
    const { id, code } = await booked();
    const moved = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
    await checkIn({ code }, moved);
    const other = await makeStation(api.db, businessId);
    await api.call("PUT", `/api/v1/operators/${moved.userId}`, {
      as: office,
      body: { stationIds: [other.id] },
    });
    api.clock.set(at(50));
    const end = { bookingId: id, payment: { mode: "cash", amount: "9.00" }, at: at(40) };
    expect((await finalize(end, moved)).status).toBe(404);
    expect((await keptOf(id)).queued).toMatchObject([
      { facts: { act: "Finalize", by: moved.name, told: { payment: { amount: "9.00" } } } },
    ]);
  });

  it("is not kept when it is told at once, malformed, without a login, or of nothing known", async () => {
    const { id, code } = await booked();
    api.clock.set(at(-30));
    const late = { scannedAt: at(-60) };
    expect((await checkIn({ code })).body.code).toBe("qr.too_early");
    expect((await checkIn({ code, scannedAt: at(-30) })).body.code).toBe("qr.too_early");
    expect((await checkIn({ code, ...late, typo: 1 })).status).toBe(422);
    expect((await checkIn({ code, scannedAt: "yesterday" })).status).toBe(422);
    const nobody = await api.call("POST", "/api/v1/sessions/checkin", { body: { code, ...late } });
    expect(nobody.status).toBe(401);
    const { id: rival } = await makeBusiness(api.db);
    const stranger = await makeUser(api.db, "Operator", { businessId: rival });
    expect((await checkIn({ code, ...late }, stranger)).body.code).toBe("qr.unknown_code");
    const before = await api.db.select().from(offlineRefusals);
    expect((await checkIn({ code: "22222222", ...late })).body.code).toBe("qr.unknown_code");
    expect(await api.db.select().from(offlineRefusals)).toEqual(before);
    expect((await keptOf(id)).listed).toEqual([]);
    expect((await checkIn({ code, ...late })).body.code).toBe("qr.too_early");
    expect((await keptOf(id)).listed).toHaveLength(1);
  });
});

describe("settling", () => {
  it("is done once, with a note, by operator or office, and takes it out of the queue", async () => {
    const { id, code } = await booked();
    api.clock.set(at(0));
    await checkIn({ code, scannedAt: at(-60) });
    const [kept] = (await keptOf(id, office)).listed;
    expect(kept).toMatchObject({ action: "settle", settledAt: null });
    const settle = (as: UserActor, note?: string) =>
      api.call("PUT", `/api/v1/operator/exceptions/${kept.id}/settle`, { as, body: { note } });
    const { id: rival } = await makeBusiness(api.db);
    const strangers = [
      await makeUser(api.db, "Backoffice", { businessId: rival }),
      await makeUser(api.db, "Operator", { businessId }),
    ];
    for (const stranger of strangers) expect((await settle(stranger)).status).toBe(404);
    const [one, two] = await Promise.all([settle(office, "Sent home."), settle(operator)]);
    expect([one.status, two.status].toSorted()).toEqual([200, 409]);
    const done = one.status === 200 ? one : two;
    expect(done.body.data).toMatchObject({ id: kept.id, settledAt: at(0).toISOString() });
    expect(done.body.data).not.toHaveProperty("action");
    const { listed, queued } = await keptOf(id);
    expect(queued).toEqual([]);
    expect(listed).toMatchObject([{ id: kept.id, settledAt: at(0).toISOString() }]);
    const open = await api.call("GET", "/api/v1/operator/exceptions?settled=false&limit=100", {
      as: office,
    });
    expect(JSON.stringify(open.body.data)).not.toContain(kept.id);
  });
});

describe("an operator who is gone", () => {
  it("hears it at the next answer: deactivated by 401, without the station by lists that lack it", async () => {
    const phone = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
    const { id, code } = await booked();
    const read = (path: string) => api.call("GET", `/api/v1/${path}`, { as: phone });
    expect(JSON.stringify((await read("operator/queue")).body)).toContain(id);
    const headers = { cookie: await cookieFor(api.db, phone), origin: testConfig.baseUrl };
    const byCookie = () => api.call("GET", "/api/v1/operator/queue", { headers });
    expect(JSON.stringify((await byCookie()).body)).toContain(id);
    const manage = (body: object, path = "") =>
      api.call("PUT", `/api/v1/operators/${phone.userId}${path}`, { as: office, body });
    const other = await makeStation(api.db, businessId);
    expect((await manage({ stationIds: [other.id] })).status).toBe(200);
    expect((await read("operator/queue")).body.data).toMatchObject({
      arrivals: [],
      inProgress: [],
    });
    expect((await read(`operator/queue?stationId=${station.id}`)).status).toBe(404);
    expect((await byCookie()).body.data).toMatchObject({ arrivals: [], inProgress: [] });
    expect((await read("auth/me")).body.data).toMatchObject({ operatorStationIds: [other.id] });
    expect((await checkIn({ code }, phone)).body).toMatchObject({
      code: "qr.wrong_station",
      details: { isOurs: true },
    });
    expect((await manage({ reason: "Left us." }, "/deactivate")).status).toBe(200);
    expect((await read("operator/queue")).status).toBe(401);
    expect((await checkIn({ code, scannedAt: at(0) }, phone)).status).toBe(401);
    expect((await byCookie()).status).toBe(401);
    const sent = { headers, body: { code, scannedAt: at(0) } };
    expect((await api.call("POST", "/api/v1/sessions/checkin", sent)).status).toBe(401);
  });
});
