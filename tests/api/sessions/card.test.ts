import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { sessionNotes, sessions } from "@/db/schema/sessions";
import { connectors } from "@/db/schema/stations";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";

import { testApi } from "../../support/api";
import { auditsOf } from "../../support/audits";
import { hours, minutes } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const startsAt = new Date(testStart.getTime() + hours(4));

let station: { id: string; connectorIds: string[] };
let operator: UserActor;
let office: UserActor;

beforeEach(async () => {
  const { id: businessId } = await makeBusiness(api.db);
  station = await makeStation(api.db, businessId, { approval: "Auto", connectors: 2 });
  await makeSlots(api.db, station.id, startsAt, 30, { capacity: 2 });
  const stationIds = [station.id];
  operator = await makeUser(api.db, "Operator", { businessId, stationIds, name: "Olu Gate" });
  office = await makeUser(api.db, "Backoffice", { businessId });
});

const at = (hour: number) => new Date(startsAt.getTime() + hours(hour));

/** Gives the slot that begins so many hours after the first so many places. */
const setPlaces = (hour: number, capacity: number) =>
  api.db
    .update(slots)
    .set({ capacity })
    .where(and(eq(slots.stationId, station.id), eq(slots.startsAt, at(hour))));

/** A booking of a new owner, so many hours after the first slot. */
async function book(hour = 0, length = 1) {
  api.clock.set(testStart);
  const owner = await makeUser(api.db, "EvOwner");
  const { body } = await api.call("POST", "/api/v1/bookings", {
    as: owner,
    headers: { "Idempotency-Key": crypto.randomUUID() },
    body: { stationId: station.id, startsAt: at(hour), endsAt: at(hour + length) },
  });
  return { owner, id: body.data.id as string, number: body.data.number as string };
}

/** A car that charges since the start of its booking. */
async function charge(connectorId?: string) {
  const { owner, id: bookingId } = await book();
  const qr = await api.call("GET", `/api/v1/bookings/${bookingId}/qr`, { as: owner });
  api.clock.set(startsAt);
  const { body } = await api.call("POST", "/api/v1/sessions/checkin", {
    as: operator,
    body: { code: qr.body.data.code, connectorId },
  });
  return { owner, bookingId, session: body.data, path: `/api/v1/sessions/${body.data.id}` };
}

const read = async (path: string, as = operator) => (await api.call("GET", path, { as })).body.data;
const put = (path: string, body: object, as = operator) => api.call("PUT", path, { as, body });

describe("notes that are added", () => {
  it("stand one after another with who wrote them and when, beside the session's own text", async () => {
    const { path, owner } = await charge();
    await put(path, { addNote: "  Cable 2 is stiff. " });
    api.clock.advance(minutes(5));
    const other = await makeUser(api.db, "Operator", {
      businessId: operator.businessId ?? "",
      stationIds: [station.id],
      name: "Ida Night",
    });
    const answer = await put(path, { addNote: "Swapped it.", notes: "Charged on cable 2." }, other);
    const noteList = [
      { by: "Olu Gate", at: startsAt.toISOString(), text: "Cable 2 is stiff." },
      {
        by: "Ida Night",
        at: new Date(startsAt.getTime() + minutes(5)).toISOString(),
        text: "Swapped it.",
      },
    ];
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { notes: "Charged on cable 2.", noteList } },
    });
    expect(await read(path, office)).toMatchObject({ noteList });
    expect(await read(path, owner), "what staff write for one another").toMatchObject({
      notes: "Charged on cable 2.",
      noteList: [],
    });
  });

  it("are refused empty, too long and to others, and leave nothing where something else is refused", async () => {
    const { path, session, owner } = await charge();
    for (const addNote of ["", " \n ", "\u200b", "x".repeat(2_001), null, 5]) {
      const refused = await put(path, { addNote });
      expect(refused, String(addNote)).toMatchObject({
        status: 422,
        body: { errors: [{ field: "addNote" }] },
      });
    }
    expect((await put(path, { addNote: "x".repeat(2_000) })).status).toBe(200);
    expect((await put(path, { addNote: "Mine." }, owner)).status).toBe(403);
    expect((await put(path, { addNote: "Hm.", paused: false })).status).toBe(409);
    const kept = eq(sessionNotes.sessionId, session.id);
    expect(await api.db.$count(sessionNotes, kept)).toBe(1);
  });

  it("are no more once it has ended", async () => {
    const { path, bookingId } = await charge();
    await api.call("POST", "/api/v1/sessions/finalize", { as: operator, body: { bookingId } });
    expect(await put(path, { addNote: "Late." })).toMatchObject({
      status: 409,
      body: { code: "session.ended" },
    });
  });
});

describe("another connector", () => {
  it("is taken where it is free, told with both numbers, and stands on the receipt", async () => {
    const { path, session, bookingId } = await charge();
    const [first, second = ""] = station.connectorIds;
    expect(session).toMatchObject({ connector: { id: first, number: 1, maxPowerKw: 50 } });
    const moved = await put(path, { connectorId: second.toUpperCase() });
    expect(moved).toMatchObject({
      status: 200,
      body: { data: { connector: { id: second, number: 2 } } },
    });
    expect((await auditsOf(api.db, session.id)).at(-1)).toMatchObject({
      action: "ChangeConnector",
      changes: { connector: [1, 2] },
    });
    const before = (await auditsOf(api.db, session.id)).length;
    expect((await put(path, { connectorId: second })).status, "the same again").toBe(200);
    expect(await auditsOf(api.db, session.id)).toHaveLength(before);
    expect((await charge()).session.connector.number, "what it left is free").toBe(1);
    const done = await api.call("POST", "/api/v1/sessions/finalize", {
      as: operator,
      body: { bookingId },
    });
    const receipt = await read(`/api/v1/receipts/${done.body.data.receiptNumber}`);
    expect(receipt.connectorNumber).toBe(2);
  });

  it("is refused where a car charges, out of service, and elsewhere", async () => {
    const { path } = await charge();
    await charge();
    const [, second = ""] = station.connectorIds;
    const busy = { status: 409, body: { code: "session.connector_busy" } };
    expect(await put(path, { connectorId: second })).toMatchObject(busy);
    const elsewhere = await makeStation(api.db, operator.businessId ?? "");
    const [foreign] = elsewhere.connectorIds;
    const unknown = {
      status: 404,
      body: { code: "connector.not_found", errors: [{ field: "connectorId" }] },
    };
    expect(await put(path, { connectorId: foreign })).toMatchObject(unknown);
    expect(await put(path, { connectorId: "2" })).toMatchObject({ status: 422 });
    await api.db.update(connectors).set({ status: "Inactive" }).where(eq(connectors.id, second));
    expect(await put(path, { connectorId: second })).toMatchObject(unknown);
  });

  it("is given to one of two who ask for it at once, and to no car that comes in meanwhile", async () => {
    const [a, b] = [await charge(), await charge()];
    const third = newId();
    await api.db.insert(connectors).values({
      id: third,
      stationId: station.id,
      number: 3,
      standards: [],
      createdAt: testStart,
      updatedAt: testStart,
    });
    await setPlaces(0, 3);
    const { owner, id } = await book();
    const { body } = await api.call("GET", `/api/v1/bookings/${id}/qr`, { as: owner });
    api.clock.set(startsAt);
    const code = body.data.code as string;
    const answers = await Promise.all([
      put(a.path, { connectorId: third }),
      put(b.path, { connectorId: third }),
      api.call("POST", "/api/v1/sessions/checkin", { as: operator, body: { code } }),
    ]);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    const running = await api.db
      .select({ connectorId: sessions.connectorId })
      .from(sessions)
      .where(and(eq(sessions.stationId, station.id), eq(sessions.status, "Active")));
    expect(new Set(running.map(({ connectorId }) => connectorId)).size).toBe(running.length);
  });
});

describe("what is booked next", () => {
  it("is the first who would find no connector if this car stayed", async () => {
    const { path } = await charge();
    const [soon, later] = [await book(1, 2), await book(2)];
    api.clock.set(startsAt);
    expect(await read(path), "the other connector is free for whoever comes soon").toMatchObject({
      next: { bookingId: later.id, number: later.number, startsAt: at(2).toISOString() },
    });
    await setPlaces(1, 1);
    expect(await read(path), "unless it is held or out of service").toMatchObject({
      next: { bookingId: soon.id },
    });
  });

  it("counts a car beside it only for its own time, and forgets who does not come", async () => {
    const { path } = await charge();
    await charge();
    const [first, second] = [await book(1), await book(1)];
    api.clock.set(startsAt);
    expect(await read(path), "the other leaves at one").toMatchObject({
      next: { bookingId: [first, second].map(({ id }) => id).toSorted()[1] },
    });
    await api.db
      .update(bookings)
      .set({ status: "CanceledByOwner" })
      .where(eq(bookings.id, first.id));
    expect(await read(path)).toMatchObject({ next: null });
  });

  it("looks a day ahead, and at what runs alone", async () => {
    for (const hour of [23, 24]) await setPlaces(hour, 1);
    const { path, bookingId } = await charge();
    await book(24);
    api.clock.set(startsAt);
    expect(await read(path)).toMatchObject({ next: null });
    const { id } = await book(23);
    api.clock.set(startsAt);
    expect(await read(path)).toMatchObject({ next: { bookingId: id } });
    await api.call("POST", "/api/v1/sessions/finalize", { as: operator, body: { bookingId } });
    expect(await read(path)).toMatchObject({ next: null, costSoFar: null, lateCancelFee: null });
  });
});

it("says what it costs so far, what aborting may cost, and what can be done", async () => {
  const { path, owner } = await charge();
  api.clock.advance(minutes(61));
  expect(await read(path)).toMatchObject({
    kWh: null,
    costSoFar: { amount: "13.07", currency: "USD", estimated: true },
    lateCancelFee: { amount: "5.00", currency: "USD" },
    photos: [],
    can: ["annotate", "pause", "changeConnector", "finalize", "abort"],
  });
  expect(await read(path, office), "who aborts nothing charges nothing").toMatchObject({
    costSoFar: { amount: "13.07" },
    lateCancelFee: null,
    can: [],
  });
  expect(await read(path, owner)).toMatchObject({ lateCancelFee: null, can: [] });
});

describe("what finalizing would come to", () => {
  it("is what it comes to, with change, and writes nothing", async () => {
    const { path, bookingId, session } = await charge();
    api.clock.advance(minutes(55));
    const body = { kWh: 18.2, payment: { mode: "cash", amount: "10.00" } };
    const before = await auditsOf(api.db, session.id);
    const shown = await api.call("POST", `${path}/preview`, { as: operator, body });
    expect(shown).toMatchObject({
      status: 200,
      body: { data: { minutes: 55, kWh: 18.2, metered: true, warnings: [] } },
    });
    expect(await auditsOf(api.db, session.id)).toEqual(before);
    expect(await read(path)).toMatchObject({ status: "Active", totals: null });
    const done = await api.call("POST", "/api/v1/sessions/finalize", {
      as: operator,
      body: { bookingId, ...body },
    });
    const { totals, payment, endedAt } = shown.body.data;
    expect(done.body.data).toMatchObject({ totals, payment, endedAt });
    expect(payment).toMatchObject({ change: { amount: "1.08" }, due: { amount: "0.00" } });
    expect(await api.call("POST", `${path}/preview`, { as: operator, body })).toMatchObject({
      status: 409,
      body: { code: "session.ended" },
    });
  });

  it("warns of what is out of the ordinary, which finalizing takes all the same", async () => {
    const { path, bookingId } = await charge();
    api.clock.advance(minutes(55));
    const shown = await api.call("POST", `${path}/preview`, { as: operator, body: { kWh: 182 } });
    expect(shown.body.data.warnings).toEqual([
      {
        code: "energy_above_power",
        values: { kWh: 182, minutes: 55, powerKw: 50, mostKwh: 48.125 },
        message:
          "182 kWh is more than this connector can give: at 50 kW, at most 48.125 kWh in 55 minutes.",
      },
    ]);
    const short = { kWh: 20, payment: { mode: "cash", amount: "0.01" } };
    const asked = await api.call("POST", `${path}/preview`, { as: operator, body: short });
    expect(asked.body.data.warnings).toMatchObject([{ code: "payment_short", values: {} }]);
    // Paid as it comes to, or not at all, is nothing out of the ordinary.
    for (const payment of [{ mode: "cash" }, undefined]) {
      const usual = { kWh: 20, ...(payment && { payment }) };
      const { body } = await api.call("POST", `${path}/preview`, { as: operator, body: usual });
      expect(body.data.warnings).toEqual([]);
    }
    const body = { bookingId, kWh: 182 };
    const done = await api.call("POST", "/api/v1/sessions/finalize", { as: operator, body });
    expect(done.status).toBe(200);
  });

  it("is refused as finalizing is, and to who may not finalize", async () => {
    const { path, owner } = await charge();
    const ask = (body: object, as = operator) => api.call("POST", `${path}/preview`, { as, body });
    expect(await ask({ kWh: 1000.001 })).toMatchObject({ status: 422 });
    expect(await ask({ minutes: 1 })).toMatchObject({
      status: 400,
      body: { code: "session.minutes_to_come" },
    });
    expect(await ask({ payment: { mode: "cash", amount: "1.001" } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "payment.amount" }] },
    });
    expect(await ask({ notes: "x" })).toMatchObject({ status: 422 });
    expect((await ask({}, owner)).status).toBe(403);
    expect((await ask({}, office)).status).toBe(403);
  });
});
