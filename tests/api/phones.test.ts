import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { settings } from "@/db/schema/settings";
import { stations } from "@/db/schema/stations";
import type { UserActor } from "@/lib/core/actor";
import { importStations } from "@/lib/sites/stations";
import { makeContext } from "@/lib/process/wiring";

import { testApi } from "../support/api";
import { fileClock } from "../support/file-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../support/world";

// F13 and F25a: phones at the API's doors.

const api = await testApi();
const password = "Ravi-drives-27";
const fault = (field = "phone") => ({ status: 422, body: { errors: [{ field, code: "phone" }] } });
let serial = 0;
const register = (phone: string) => {
  serial += 1;
  const person = { name: "Ravi", email: `phone${serial}@example.test`, password };
  const body = { ...person, nic: String(200_212_390_000 + serial), phone };
  return api.call("POST", "/api/v1/owners", { body });
};
const login = (username: string) =>
  api.call("POST", "/api/v1/auth/login", { body: { username, password } });

let businessId: string;
let office: UserActor;
let admin: UserActor;
beforeAll(async () => {
  businessId = (await makeBusiness(api.db)).id;
  office = await makeUser(api.db, "Backoffice", { businessId });
  admin = await makeUser(api.db, "SystemAdmin");
  await api.db.insert(settings).values({
    scope: "Business",
    scopeId: businessId,
    name: "phoneCountry",
    value: "LK",
    updatedAt: testStart,
  });
});

describe("F13: an owner's phone", () => {
  it("is one, however it is written, so that it has one account", async () => {
    const made = await register("+94 (0)77 555 4567");
    expect(made).toMatchObject({ status: 201, body: { data: { phone: "+94775554567" } } });
    expect(await register("+94-77-555-4567")).toMatchObject({
      status: 409,
      body: { code: "owner.phone_taken", errors: [{ field: "phone" }] },
    });
    for (const typed of ["+94 (0)77 555 4567", "+94775554567", "+94 (0) 77.555.4567"]) {
      expect((await login(typed)).status, typed).toBe(200);
    }
  });

  it("is read by the platform's country where it does not say its own, at login too", async () => {
    expect(await register("077 555 4568")).toMatchObject(fault());
    expect(await register("(518) 555-0142")).toMatchObject({
      status: 201,
      body: { data: { phone: "+15185550142" } },
    });
    expect((await login("518-555-0142")).status).toBe(200);
  });

  it("still logs in by what was stored before, with the 0 in it", async () => {
    const made = await register("+94775554569");
    await api.db
      .update(users)
      .set({ phone: "+940775554569" })
      .where(eq(users.id, made.body.data.id));
    expect((await login("+94 (0)77 555 4569")).status).toBe(200);
    const put = {
      as: await actorOf(made.body.data.id),
      body: { name: "R.", phone: "+940775554569" },
    };
    expect(await api.call("PUT", `/api/v1/owners/${made.body.data.id}`, put)).toMatchObject({
      status: 200,
      body: { data: { name: "R.", phone: "+940775554569" } },
    });
  });
});

async function actorOf(userId: string): Promise<UserActor> {
  const [row] = await api.db.select().from(users).where(eq(users.id, userId));
  return {
    ...office,
    userId,
    role: "EvOwner",
    businessId: null,
    ownerNic: null,
    name: row?.name ?? "",
  };
}

describe("F13: phones of a business", () => {
  it("are read by its own country: operators' and stations'", async () => {
    const email = `operator${businessId}@example.test`;
    const operator = await api.call("POST", "/api/v1/operators", {
      as: office,
      body: { email, name: "Pat", phone: "077 123 4567" },
    });
    expect(operator).toMatchObject({ status: 201, body: { data: { phone: "+94771234567" } } });
    const path = `/api/v1/operators/${operator.body.data.id}`;
    const put = (phone: string | null) => api.call("PUT", path, { as: office, body: { phone } });
    expect((await put("011 234 5678")).body.data.phone).toBe("+94112345678");
    expect(await put("12")).toMatchObject(fault());
    expect((await put(null)).body.data.phone).toBeNull();
    const made = await api.call("POST", "/api/v1/stations", {
      as: office,
      body: {
        name: "Pier",
        location: { lat: 6.9, lng: 79.8 },
        type: "AC",
        connectors: 1,
        phone: "0112345678",
      },
    });
    expect(made).toMatchObject({ status: 201, body: { data: { phone: "+94112345678" } } });
  });

  it("and a contact's who asks for an account, by the platform's", async () => {
    const contact = { name: "Ana", email: "ana@example.test", phone: "518 555 0143" };
    const body = { businessName: "Ana's", contact, timeZone: "America/New_York" };
    const { id } = (await api.call("POST", "/api/v1/businesses", { body })).body.data;
    const read = await api.call("GET", `/api/v1/businesses/${id}`, { as: admin });
    expect(read.body.data.contact.phone).toBe("+15185550143");
    const wrong = { ...body, contact: { ...contact, phone: "077 123 4567" } };
    expect(await api.call("POST", "/api/v1/businesses", { body: wrong })).toMatchObject(
      fault("contact.phone"),
    );
    const found = await api.call("GET", "/api/v1/businesses?search=(518)%20555-0143", {
      as: admin,
    });
    expect(found.body.data).toMatchObject([{ id }]);
  });
});

describe("F25a: a phone that is none, as an import stored it", () => {
  const two = "518-555-0142 888-555-0187";

  it("stays, and stops no other change", async () => {
    const { id } = await makeStation(api.db, businessId, { phone: two });
    const put = (body: object) => api.call("PUT", `/api/v1/stations/${id}`, { as: office, body });
    expect(await put({ name: "Renamed", phone: two })).toMatchObject({
      status: 200,
      body: { data: { name: "Renamed", phone: two } },
    });
    expect(await put({ phone: `${two}9` })).toMatchObject(fault());
    expect((await put({ phone: "077 123 4567" })).body.data.phone).toBe("+94771234567");
  });

  it("is kept by an import as it is written, and one that can be read as E.164", async () => {
    const header =
      "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num,Station Phone";
    const row = (id: string, phone: string) =>
      `${id},Stop,3 Lock St,Utica,NY,13501,US,43.1,-75.23,2,${phone}`;
    const ctx = makeContext({
      db: api.db,
      actor: admin,
      clock: fileClock(testStart),
      config: testConfig,
    });
    const source = [header, row("PH1", two), row("PH2", "518-555-0142")].join("\n");
    expect((await importStations(ctx, { source })).counts).toMatchObject({ created: 2 });
    expect((await importStations(ctx, { source })).counts).toMatchObject({ unchanged: 2 });
    const phones = await api.db
      .select({ phone: stations.phone })
      .from(stations)
      .where(eq(stations.address, "3 Lock St, Utica, NY 13501"))
      .orderBy(stations.sourceId);
    expect(phones).toEqual([{ phone: two }, { phone: "+15185550142" }]);
  });
});
