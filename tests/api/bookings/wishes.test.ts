import { describe, expect, it } from "vitest";

import { settings } from "@/db/schema/settings";

import { testApi } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto", slotMinutes: 30 });
await makeSlots(api.db, station.id, testStart, 90, { minutes: 30 });
const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();

const book = (owner: typeof operator, body: object) =>
  api.call("POST", "/api/v1/bookings", {
    as: owner,
    headers: { "Idempotency-Key": crypto.randomUUID() },
    body: { stationId: station.id, ...body },
  });

describe("a booking for so many minutes", () => {
  it("holds whole slots of its station, from an exact start", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const made = await book(owner, { startsAt: at(20), minutes: 45 });
    expect(made).toMatchObject({ status: 201, body: { data: { endsAt: at(21), minutes: 60 } } });
    const overlapping = await book(owner, { startsAt: at(20.5), minutes: 1 });
    expect(overlapping.body.code).toBe("booking.overlap");
    expect((await book(owner, { startsAt: at(21), minutes: 30 })).status).toBe(201);
    expect((await book(owner, { startsAt: at(30.1), minutes: 30 })).body.code).toBe(
      "booking.not_on_slots",
    );
  });

  it("is asked for with minutes or an end, not both and not neither", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    for (const body of [
      { startsAt: at(20) },
      { startsAt: at(20), endsAt: at(21), minutes: 60 },
      { startsAt: at(20), minutes: 0 },
    ]) {
      expect((await book(owner, body)).status).toBe(422);
    }
  });
});

describe("a connector that is wished for", () => {
  it.each([3_000_000_000, "3000000000", 0, 1.5, true, [2], "0x2"])(
    "is none by %j: 422",
    async (connectorId) => {
      const owner = await makeUser(api.db, "EvOwner");
      const made = await book(owner, { startsAt: at(40), endsAt: at(41), connectorId });
      expect(made.status).toBe(422);
      expect(made.body.errors).toMatchObject([{ field: "connectorId" }]);
    },
  );

  it("is kept by id or number, and given at check-in when it is free", async () => {
    const [one, , , four] = station.connectorIds;
    const times = { startsAt: at(40), endsAt: at(41) };
    const codes: string[] = [];
    for (const wish of [4, four, one]) {
      const owner = await makeUser(api.db, "EvOwner");
      const made = await book(owner, { ...times, connectorId: wish });
      expect(made.body.data.wishedConnectorId).toBe(wish === one ? one : four);
      codes.push(made.body.data.qr.code);
    }
    api.clock.set(at(40));
    const given = [];
    for (const code of codes) {
      const session = await api.call("POST", "/api/v1/sessions/checkin", {
        as: operator,
        body: { code },
      });
      given.push(session.body.data.connector.number);
    }
    // The second one's is taken by the first, so the next free one is theirs; then the third's is, too.
    expect(given).toEqual([4, 1, 2]);
  });

  it("must be one of the station", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const other = await makeStation(api.db, businessId);
    for (const connectorId of [other.connectorIds[0], 77]) {
      const answer = await book(owner, { startsAt: at(44), endsAt: at(44.5), connectorId });
      expect(answer).toMatchObject({ status: 404, body: { code: "connector.not_found" } });
    }
  });
});

describe("a vehicle", () => {
  it("is taken and named as ignored, until there are vehicles", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const vehicleId = crypto.randomUUID();
    const made = await book(owner, { startsAt: at(42), endsAt: at(43), vehicleId });
    expect(made.status).toBe(201);
    expect(made.headers.get("baybook-ignored")).toBe("vehicleId");
    const typo = await book(owner, { startsAt: at(43), endsAt: at(44), vehicleID: vehicleId });
    expect(typo.body.errors).toMatchObject([{ field: "vehicleID", code: "unknown_field" }]);
  });
});

describe("an owner without an identity number", () => {
  it("books, is shown so, and is found by id", async () => {
    const owner = await makeUser(api.db, "EvOwner", { nic: null });
    const made = await book(owner, { startsAt: at(24), endsAt: at(25) });
    expect(made).toMatchObject({ status: 201, body: { data: { ownerNic: null } } });
    const self = await api.call("GET", `/api/v1/owners/${owner.userId}`, { as: owner });
    expect(self).toMatchObject({ status: 200, body: { data: { nic: null, country: null } } });
    const csv = await api.call("GET", "/api/v1/exports/bookings.csv", { as: operator });
    expect(csv.status).toBe(200);
    expect(csv.body).toContain(made.body.data.number);
  });

  it("is refused by a business that requires one", async () => {
    const strict = await makeBusiness(api.db);
    const there = await makeStation(api.db, strict.id);
    await makeSlots(api.db, there.id, testStart, 40);
    await api.db.insert(settings).values({
      scope: "Business",
      scopeId: strict.id,
      name: "requireNic",
      value: true,
      updatedAt: testStart,
    });
    const times = { stationId: there.id, startsAt: at(24), endsAt: at(25) };
    const without = await makeUser(api.db, "EvOwner", { nic: null });
    expect(await book(without, times)).toMatchObject({
      status: 400,
      body: { code: "owner.nic_required" },
    });
    expect((await book(await makeUser(api.db, "EvOwner"), times)).status).toBe(201);
  });
});
