import { describe, expect, it } from "vitest";

import { settings } from "@/db/schema/settings";
import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto", slotMinutes: 30 });
await makeSlots(api.db, station.id, testStart, 90, { minutes: 30 });
const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();

const book = (owner: UserActor, body: object) =>
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
  const car = { make: "Kia", model: "EV3", year: 2025, batteryKwh: 81.4 };
  const add = async (owner: UserActor, plate: string) => {
    const body = { ...car, plate };
    const made = await api.call("POST", "/api/v1/profile/vehicles", { as: owner, body });
    return String(made.body.data.id);
  };
  const carOf = async (owner: UserActor, hour: number, named: object) => {
    const { status, body } = await book(owner, {
      startsAt: at(hour),
      endsAt: at(hour + 1),
      ...named,
    });
    if (status !== 201) return [status, body.code, body.errors?.[0]?.field];
    return [body.data.vehicleId, body.data.vehiclePlate];
  };

  it("is the one that is named, the one of the plate, or the default", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const first = await add(owner, "WP CAB-1");
    const second = await add(owner, "WP CAB-2");
    expect(await carOf(owner, 30, {})).toEqual([first, "WP CAB-1"]);
    expect(await carOf(owner, 31, { vehicleId: second })).toEqual([second, "WP CAB-2"]);
    expect(await carOf(owner, 32, { vehiclePlate: "wp cab 2" })).toEqual([second, "wp cab 2"]);
    expect(await carOf(owner, 33, { vehiclePlate: "RENTED 1" })).toEqual([null, "RENTED 1"]);
    await api.call("DELETE", `/api/v1/profile/vehicles/${second}`, { as: owner });
    const refused = [404, "vehicle.not_found", "vehicleId"];
    expect(await carOf(owner, 34, { vehicleId: second })).toEqual(refused);
  });

  it("is nobody else's", async () => {
    const [owner, other] = [await makeUser(api.db, "EvOwner"), await makeUser(api.db, "EvOwner")];
    const theirs = await add(other, "WP CAB-1");
    const refused = [404, "vehicle.not_found", "vehicleId"];
    expect(await carOf(owner, 30, { vehicleId: theirs })).toEqual(refused);
    expect(await carOf(owner, 30, { vehiclePlate: "WP CAB-1" })).toEqual([null, "WP CAB-1"]);
    expect(await carOf(owner, 31, {})).toEqual([null, null]);
    const typo = await book(owner, { startsAt: at(44), endsAt: at(45), vehicleID: theirs });
    expect(typo.body.errors).toMatchObject([{ field: "vehicleID", code: "unknown_field" }]);
  });

  it("follows the plate when a booking is changed", async () => {
    const owner = await makeUser(api.db, "EvOwner");
    const first = await add(owner, "WP CAB-1");
    const second = await add(owner, "WP CAB-2");
    const times = { startsAt: at(42), endsAt: at(43) };
    const { body } = await book(owner, times);
    expect(body.data.vehicleId).toBe(first);
    const change = async (vehiclePlate: string | undefined) => {
      const changed = await api.call("PUT", `/api/v1/bookings/${body.data.id}`, {
        as: owner,
        body: { ...times, vehiclePlate },
      });
      return changed.body.data.vehicleId as unknown;
    };
    expect(await change(undefined)).toBe(first);
    expect(await change("WP CAB-2")).toBe(second);
    expect(await change("RENTED 1")).toBeNull();
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
