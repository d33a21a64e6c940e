import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { maintenanceHolds, scheduleExceptions, schedules } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { calendarDay, weekdays } from "@/lib/core/calendar";

import { testApi, type ApiAnswer } from "../../support/api";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

/**
 * A client of EV-CMS's document (endpoints.tsv, 004) and of nothing else: it sends its own bodies and its token, no
 * header of ours and no key, and reads its own names.
 */
const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto" });
await makeSlots(api.db, station.id, testStart, 72);
const at = (hour: number) => new Date(testStart.getTime() + hours(hour)).toISOString();

let token = "";
let refreshToken = "";
const call = (
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> =>
  api.call(method, `/api/v1/${path}`, {
    body,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });

const person = { email: "dev@ev.example", password: "Charge-me-up-27", name: "Dev Rao" };

describe("an unmodified client of EV-CMS", () => {
  it("registers by email, without an identity number, and is logged in", async () => {
    const made = await call("POST", "auth/register", { ...person, role: "user", age: 30 });
    expect(made.status).toBe(201);
    expect(made.headers.get("baybook-contract")).toBe("ev-cms-2.1");
    expect(made.headers.get("vary")).toContain("Baybook-Contract");
    expect(made.headers.get("baybook-ignored")).toBe("age");
    expect(made.body).toMatchObject({
      success: true,
      data: {
        user: { email: person.email, name: person.name, role: "user", status: "active" },
        tokens: { accessToken: expect.any(String), refreshToken: expect.any(String) },
      },
    });
    token = made.body.data.tokens.accessToken;
    expect((await call("GET", "profile")).body.data).toMatchObject({
      role: "user",
      ownerNic: null,
    });
  });

  it("may not make itself what a public form must not, nor choose a short password", async () => {
    const other = { ...person, email: "x@ev.example" };
    const brand = await call("POST", "auth/register", { ...other, role: "brand" });
    expect(brand.body.errors).toMatchObject([{ field: "role", code: "driver_only" }]);
    expect(brand.body.errors[0].message).toContain("/businesses");
    const short = await call("POST", "auth/register", { ...other, password: "sixsix" });
    expect(short.body.errors).toMatchObject([{ field: "password" }]);
  });

  it("logs in by email; its tokens speak its contract, fresh ones too", async () => {
    token = "";
    const { email, password } = person;
    const login = await call("POST", "auth/login", { email, password });
    expect(login).toMatchObject({
      status: 200,
      body: { success: true, data: { user: { role: "user" }, accessToken: expect.any(String) } },
    });
    ({ refreshToken, accessToken: token } = login.body.data);
    const wrong = await call("POST", "auth/login", { email: 7, password });
    expect(wrong.body.errors).toMatchObject([{ field: "email" }]);
    const fresh = await call("POST", "auth/refresh-token", { refreshToken });
    token = fresh.body.data.accessToken;
    const me = await call("GET", "auth/me");
    expect(me.headers.get("baybook-contract")).toBe("ev-cms-2.1");
    expect(me.body.data).toMatchObject({ email, status: "active", statusDetail: "Active" });
  });

  it("changes its profile, and gives a number once", async () => {
    const changed = await call("PUT", "profile", { name: "Dev R. Rao", profilePicture: "a.png" });
    expect(changed).toMatchObject({ status: 200, body: { data: { name: "Dev R. Rao" } } });
    expect(changed.headers.get("baybook-ignored")).toBe("profilePicture");
    const nic = "200298765432";
    expect((await call("PUT", "profile", { nic: "12" })).body.errors).toMatchObject([
      { field: "nic" },
    ]);
    expect((await call("PUT", "profile", { nic })).body.data.ownerNic).toBe(nic);
    expect((await call("PUT", "profile", { nic, name: "Dev" })).status).toBe(200);
    expect((await call("PUT", "profile", { nic: "200298765433" })).body.code).toBe(
      "owner.nic_fixed",
    );
  });

  it("books a connector for so many minutes, lists, reads and cancels by its words", async () => {
    const wished = station.connectorIds[2];
    const made = await call("POST", "bookings", {
      stationId: station.id,
      connectorId: wished,
      scheduledTime: at(30),
      estimatedDuration: 50,
    });
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({
      status: "confirmed",
      statusDetail: "Approved",
      connectorId: wished,
      scheduledTime: at(30),
      estimatedDuration: 60,
      estimate: expect.any(Number),
      currency: "USD",
    });
    const { id } = made.body.data;
    for (const [status, count] of [
      ["confirmed", 1],
      ["CONFIRMED", 1],
      ["Approved", 1],
      ["pending", 0],
      ["cancelled", 0],
    ] as const) {
      const list = await call("GET", `bookings?status=${status}&page=1&limit=10&colour=red`);
      expect(list.headers.get("baybook-ignored"), status).toBe("colour");
      expect(list.body.data, status).toHaveLength(count);
      expect(list.body.pagination.total).toBe(count);
    }
    const read = await call("GET", `bookings/${id}`);
    expect(read.body.data.logs).toHaveLength(1);
    const canceled = await call("PUT", `bookings/${id}/cancel`, { reason: "Rain" });
    expect(canceled.body.data).toMatchObject({
      status: "cancelled",
      statusDetail: "CanceledByOwner",
    });
    const bad = await call("POST", "bookings", {
      stationId: station.id,
      scheduledTime: "soon",
      estimatedDuration: 0,
      colour: "red",
    });
    expect(bad).toMatchObject({ status: 422, body: { message: "Validation failed" } });
    expect(bad.headers.get("baybook-contract")).toBe("ev-cms-2.1");
    expect(bad.headers.get("baybook-ignored")).toBe("colour");
    expect(bad.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      "estimatedDuration",
      "scheduledTime",
    ]);
  });
});

describe("which contract a request speaks", () => {
  const body = { stationId: station.id, startsAt: at(40), endsAt: at(41) };

  it("is that of its header, then of its body's fields, then of its token", async () => {
    const ours = await call("GET", "bookings", undefined, { "Baybook-Contract": "baybook" });
    expect(ours.body.data[0].status).toBe("CanceledByOwner");
    const marked = await call("POST", "bookings", body, { "Idempotency-Key": "k1" });
    expect(marked.body.data.status).toBe("Approved");
    expect(marked.headers.get("baybook-contract")).toBe("baybook");
    const keyless = await call("POST", "bookings", body);
    expect(keyless.body.code).toBe("idempotency.key_required");
    const owner = await makeUser(api.db, "EvOwner");
    const plain = await api.call("GET", "/api/v1/bookings", { as: owner });
    expect(plain.headers.get("baybook-contract")).toBe("baybook");
    const asked = await api.call("GET", "/api/v1/bookings?status=active", {
      as: owner,
      headers: { "Baybook-Contract": "EV-CMS" },
    });
    expect(asked).toMatchObject({ status: 200, body: { data: [] } });
  });

  it("is one: fields of two are refused, both named", async () => {
    const both = { ...body, scheduledTime: at(40) };
    const answer = await call("POST", "bookings", both, { "Idempotency-Key": "k2" });
    expect(answer.body.errors).toMatchObject([
      { field: "startsAt", code: "two_contracts" },
      { field: "scheduledTime", code: "two_contracts" },
    ]);
    const login = await call("POST", "auth/login", { username: "a", email: "b", password: "c" });
    expect(login.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      "username",
      "email",
    ]);
  });

  it("under /api is never EV-CMS's, whatever the token says", async () => {
    const core = await api.call("GET", "/api/Booking", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(core.headers.get("baybook-contract")).toBe("core");
    expect(core.body[0]).toHaveProperty("slotStartUtc");
  });
});

type Listed = Record<"connectorId" | "power" | "status", unknown>;

describe("stations in EV-CMS's words", () => {
  it("are listed with their connectors, found nearby, and read", async () => {
    const list = await call("GET", "stations?status=ACTIVE&type=DC&limit=20");
    expect(list.body.pagination).toMatchObject({ total: 1, limit: 20 });
    expect(list.body.data[0]).toMatchObject({
      id: station.id,
      status: "active",
      location: { type: "Point", coordinates: [-73.7562, 42.6526] },
      pricePerKwh: 0.45,
    });
    expect(list.body.data[0].connectors).toHaveLength(4);
    expect(list.body.data[0].connectors[0]).toMatchObject({
      connectorId: station.connectorIds[0],
      type: "CCS",
      power: 50,
      status: "available",
    });
    const near = await call("GET", "stations/nearby?latitude=42.65&longitude=-73.75&radius=5000");
    expect(near.body.data[0].id).toBe(station.id);
    expect(near.body.count).toBe(near.body.data.length);
    const read = await call("GET", `stations/${station.id}`);
    expect(read.body.data.connectors).toEqual(list.body.data[0].connectors);
    const ours = await api.call("GET", "/api/v1/stations?include=connectors");
    expect(ours.body.data[0].connectorList).toHaveLength(4);
    expect((await api.call("GET", "/api/v1/stations")).body.data[0].connectorList).toBeUndefined();
  });

  it("are asked whether a connector is free now; Baybook keeps its slots", async () => {
    const now = await call("GET", `stations/${station.id}/availability`);
    expect(now.body.data.available).toBe(true);
    expect(now.body.data.connectors).toHaveLength(4);
    const slots = await api.call("GET", `/api/v1/stations/${station.id}/availability`);
    expect(slots.body.data[0]).toHaveProperty("remaining");
  });

  it("have no connector free while they are closed, under repair, or all is held", async () => {
    const place = await makeStation(api.db, businessId, { connectors: 3 });
    const now = async () => {
      const { body } = await call("GET", `stations/${place.id}/availability`);
      const said = body.data.connectors.map(({ status }: { status: string }) => status);
      return [body.data.available, ...said];
    };
    const none = [false, "unavailable", "unavailable", "unavailable"];
    expect(await now(), "no hours").toEqual(none);
    const day = [{ start: "00:00", end: "24:00" }];
    const weekly = Object.fromEntries(weekdays.map((name) => [name, day]));
    await api.db.insert(schedules).values({ stationId: place.id, weekly, updatedAt: testStart });
    const [free, held] = ["available", "unavailable"];
    expect(await now(), "open").toEqual([true, free, free, free]);
    const hold = (what: Partial<typeof maintenanceHolds.$inferInsert>) => ({
      id: crypto.randomUUID(),
      stationId: place.id,
      startsAt: testStart,
      endsAt: new Date(testStart.getTime() + hours(1)),
      reason: "Cable",
      createdAt: testStart,
      ...what,
    });
    const [first = ""] = place.connectorIds;
    await api.db.insert(maintenanceHolds).values(hold({ connectorIds: [first] }));
    expect(await now(), "one held by name").toEqual([true, held, free, free]);
    await api.db.insert(maintenanceHolds).values(hold({ connectors: 1 }));
    expect(await now(), "and one more").toEqual([true, held, free, held]);
    await api.db.insert(maintenanceHolds).values(hold({ connectors: 2 }));
    expect(await now(), "all held").toEqual(none);
    await api.db.delete(maintenanceHolds).where(eq(maintenanceHolds.stationId, place.id));
    const on = calendarDay(testStart, "America/New_York");
    await api.db.insert(scheduleExceptions).values({ stationId: place.id, on, closed: true });
    expect(await now(), "closed today").toEqual(none);
    await api.db.delete(scheduleExceptions).where(eq(scheduleExceptions.stationId, place.id));
    expect((await now())[0]).toBe(true);
    await api.db.update(stations).set({ status: "Maintenance" }).where(eq(stations.id, place.id));
    expect(await now(), "under repair").toEqual(none);
    const listed = await makeStation(api.db, null, { connectors: 1, tariff: null });
    const unknown = await call("GET", `stations/${listed.id}/availability`);
    expect(unknown.body.data.available, "nobody told its hours").toBe(true);
  });

  it("are made and changed by its body, a GeoJSON point and all", async () => {
    const office = await makeUser(api.db, "Backoffice", { businessId });
    const body = {
      name: "Pier",
      address: "1 Pier Street, Albany",
      location: { type: "Point", coordinates: [-73.75, 42.65] },
      connectors: [
        { type: "CCS", power: 60, pricing: { basePrice: 0.5 } },
        { type: "Type2", power: 22, pricing: { basePrice: 0.5 } },
      ],
      operatingHours: { open: "06:00", close: "22:00" },
      pincode: "12207",
    };
    const made = await api.call("POST", "/api/v1/stations", { as: office, body });
    expect(made.status).toBe(201);
    expect(made.headers.get("baybook-ignored")).toBe("pincode");
    expect(made.body.data).toMatchObject({ status: "active", pricePerKwh: 0.5, type: "DC" });
    expect(made.body.data.connectors).toMatchObject([{ type: "CCS" }, { type: "Type2" }]);
    const changed = await api.call("PUT", `/api/v1/stations/${made.body.data.id}`, {
      as: office,
      body: { status: "maintenance", name: "Pier II" },
      headers: { "Baybook-Contract": "ev-cms" },
    });
    expect(changed.body.data).toMatchObject({ status: "maintenance", name: "Pier II" });
    const swapped = { ...body, location: { type: "Point", coordinates: [42.65, -173.75] } };
    const refused = await api.call("POST", "/api/v1/stations", { as: office, body: swapped });
    expect(refused.body.errors).toMatchObject([{ field: "location.lat" }]);
    const prices = {
      ...body,
      connectors: [{ type: "CCS", power: 60, pricing: { parkingFee: 1 } }],
    };
    const unsaid = await api.call("POST", "/api/v1/stations", { as: office, body: prices });
    expect(unsaid.body.errors).toMatchObject([{ code: "unknown_field" }]);
  });

  it("hold what was said in our words besides, and name what it stands before", async () => {
    const office = await makeUser(api.db, "Backoffice", { businessId });
    const mon = [{ start: "08:00", end: "12:00" }];
    const body = {
      name: "Weir",
      address: "3 Pier Street, Albany",
      type: "DC",
      location: { type: "Point", coordinates: [-73.75, 42.65] },
      connectors: [{ type: "Type2", power: 22, pricing: { basePrice: 0.5 } }],
      pricing: { mode: "Energy", perKwh: 0.7 },
      hours: { mon },
      operatingHours: { open: "06:00", close: "22:00" },
    };
    const made = await api.call("POST", "/api/v1/stations", { as: office, body });
    expect(made.body.data).toMatchObject({ type: "DC", pricePerKwh: 0.7 });
    expect(made.headers.get("baybook-ignored")).toBe("operatingHours");
    const schedule = await api.call("GET", `/api/v1/stations/${made.body.data.id}/schedule`, {
      as: office,
    });
    expect(schedule.body.data.weekly).toMatchObject({ mon, tue: [] });
  });

  it("take its connectors whole, and a station as it was answered", async () => {
    const office = await makeUser(api.db, "Backoffice", { businessId });
    const pricing = { basePrice: 0.5 };
    const body = {
      name: "Quay",
      address: "2 Pier Street, Albany",
      location: { type: "Point", coordinates: [-73.75, 42.65] },
      connectors: [
        { connectorId: 7, type: "CCS", power: 60, status: "available", pricing, images: [] },
        { connectorId: "C2", type: "Type2", power: 22, status: "Faulted", pricing, images: [] },
        {
          connectorId: crypto.randomUUID(),
          type: "CHAdeMO",
          power: 50,
          status: "occupied",
          pricing,
        },
      ],
    };
    const made = await api.call("POST", "/api/v1/stations", { as: office, body });
    expect(made.status).toBe(201);
    expect(made.headers.get("baybook-ignored")).toBe("connectors.images, connectors.connectorId");
    const { connectors, id } = made.body.data;
    expect(connectors).toMatchObject([
      { number: 2, type: "Type2", status: "faulted" },
      { number: 3, type: "CHAdeMO", status: "available" },
      { number: 7, type: "CCS", status: "available", power: 60 },
    ]);
    const put = (sent: object) => {
      const headers = { "Baybook-Contract": "ev-cms" };
      return api.call("PUT", `/api/v1/stations/${id}`, { as: office, body: sent, headers });
    };
    const read = await api.call("GET", `/api/v1/stations/${id}`, {
      as: office,
      headers: { "Baybook-Contract": "ev-cms" },
    });
    for (const answered of [made.body.data, read.body.data]) {
      const same = await put(answered);
      expect(same).toMatchObject({ status: 200, body: { data: made.body.data } });
    }
    // By their ids alone, the first of them gone, another one of another kind.
    const listed = connectors.slice(1).map(({ connectorId, power, status }: Listed) => ({
      connectorId,
      type: "CCS",
      power,
      status,
    }));
    const changed = await put({ connectors: listed });
    expect(changed.body.data.connectors).toMatchObject([
      { number: 3, connectorId: connectors[1].connectorId, type: "CCS" },
      { number: 7, connectorId: connectors[2].connectorId, type: "CCS" },
    ]);
    const another = await put({
      connectors: [{ connectorId: station.connectorIds[0], type: "CCS", power: 50 }],
    });
    expect(another.body.errors).toMatchObject([{ field: "connectors.0.connectorId" }]);
    const twice = await put({ connectors: [listed[0], listed[0]] });
    expect(twice.body.errors).toMatchObject([
      { field: "connectors", code: "connector.number_taken" },
    ]);
  });
});
