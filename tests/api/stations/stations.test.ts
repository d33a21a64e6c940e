import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { audits } from "@/db/schema/audit";
import { outboxEvents } from "@/db/schema/outbox";
import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const form = (over: object = {}) => ({
  name: "Harbour",
  address: "1 Pier Street, Albany, NY",
  location: { lat: 42.65, lng: -73.75 },
  type: "DC",
  connectors: 4,
  pricing: { mode: "energy", perKwh: "0.45", hourly: 6, taxPercent: 8.875 },
  ...over,
});

let businessId: string;
let admin: UserActor;
let office: UserActor;
let owner: UserActor;
let stranger: UserActor;
beforeAll(async () => {
  ({ id: businessId } = await makeBusiness(api.db));
  admin = await makeUser(api.db, "SystemAdmin");
  office = await makeUser(api.db, "Backoffice", { businessId });
  owner = await makeUser(api.db, "EvOwner");
  stranger = await makeUser(api.db, "Backoffice", { businessId: (await makeBusiness(api.db)).id });
});

const make = async (over: object = {}) => {
  const made = await api.call("POST", "/api/v1/stations", { as: office, body: form(over) });
  expect(made.status).toBe(201);
  return made.body.data;
};

describe("POST stations", () => {
  it("201: makes four usual connectors in the business's zone, audited and told", async () => {
    const made = await api.call("POST", "/api/v1/stations", { as: office, body: form() });
    expect(made).toMatchObject({
      status: 201,
      body: {
        data: {
          businessId,
          status: "Active",
          bookable: true,
          timeZone: "America/New_York",
          slotMinutes: 60,
          pricing: { mode: "Energy", perHour: { amount: "6.00", currency: "USD" } },
        },
      },
    });
    const { id, connectors } = made.body.data;
    expect(made.headers.get("location")).toBe(`/api/v1/stations/${id}`);
    expect(connectors.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
    expect(connectors[0].standards).toEqual(["IEC_62196_T1_COMBO"]);
    const written = await api.db
      .select()
      .from(audits)
      .where(and(eq(audits.entityId, id), eq(audits.action, "Create")));
    expect(written).toMatchObject([{ businessId, stationId: id, to: "Active" }]);
    const told = await api.db.select().from(outboxEvents).where(eq(outboxEvents.stationId, id));
    expect(told.map(({ type }) => type)).toContain("station.created");
  });

  it("201: gives the plugs of the region, or those listed", async () => {
    const far = await make({ timeZone: "Europe/London", type: "AC", connectors: 1 });
    expect(far.connectors[0].standards).toEqual(["IEC_62196_T2"]);
    const listed = await make({
      connectors: [{ number: 7, standard: "CHADEMO", maxPowerKw: 62.5 }],
    });
    expect(listed.connectors).toMatchObject([
      { number: 7, standards: ["CHADEMO"], maxPowerKw: 62.5 },
    ]);
  });

  it("201: by a SystemAdmin for the business named, under either name", async () => {
    for (const name of ["businessId", "backofficeId"]) {
      const body = form({ [name]: businessId });
      const made = await api.call("POST", "/api/v1/stations", { as: admin, body });
      expect([made.status, made.body.data?.businessId]).toEqual([201, businessId]);
    }
    const nobody = await api.call("POST", "/api/v1/stations", { as: admin, body: form() });
    expect(nobody).toMatchObject({ status: 422, body: { code: "station.business_required" } });
  });

  it.each([
    ["swapped coordinates", { location: { lat: -173.75, lng: 42.65 } }, "location.lat"],
    ["a slot length that divides no day", { defaultSlotMinutes: 50 }, "defaultSlotMinutes"],
    ["a slot length under 15 minutes", { defaultSlotMinutes: 12 }, "defaultSlotMinutes"],
    ["a zone that does not exist", { timeZone: "America/Atlantis" }, "timeZone"],
    ["a price without its parts", { pricing: { mode: "Hybrid", perKwh: 1 } }, "pricing.minimumFee"],
    ["no connectors", { connectors: 0 }, "connectors"],
  ])("422: refuses %s, by the field's name", async (_name, over, field) => {
    const refused = await api.call("POST", "/api/v1/stations", { as: office, body: form(over) });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it("403 for an owner, 404 for another business", async () => {
    const post = (as: UserActor, body: object) =>
      api.call("POST", "/api/v1/stations", { as, body });
    expect((await post(owner, form())).status).toBe(403);
    expect((await post(stranger, form({ businessId }))).status).toBe(404);
  });
});

describe("GET stations", () => {
  it("200: finds the station around a position, with its week, by both names", async () => {
    const { id } = await make({ location: { lat: 10, lng: 20 }, name: "Oasis" });
    const v1 = await api.call("GET", "/api/v1/stations?near=10,20&radius=2");
    expect(v1.body.data).toMatchObject([{ id, distanceKm: 0, connectors: 4, maxPowerKw: 50 }]);
    expect(v1.body.data[0].availability).toHaveLength(7);
    const core = await api.call("GET", "/api/Station?near=10,20&radius=2");
    expect(core.body[0].id).toBe(id);
    const nearby = await api.call(
      "GET",
      "/api/v1/stations/nearby?latitude=10.01&longitude=20&radius=1200",
    );
    expect(nearby.body.data).toMatchObject([{ id, distanceMeters: expect.closeTo(1113, -1) }]);
  });

  it("422: names what is off the globe", async () => {
    const refused = await api.call("GET", "/api/v1/stations?near=95,20");
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, "near"]);
  });
});

describe("PUT stations/{id}", () => {
  it("200: changes what is named, and writes before and after", async () => {
    const { id } = await make();
    const path = `/api/v1/stations/${id}`;
    const changed = await api.call("PUT", path, { as: office, body: { name: "Marina" } });
    expect(changed.body.data).toMatchObject({ name: "Marina", type: "DC" });
    const written = await api.db
      .select()
      .from(audits)
      .where(and(eq(audits.entityId, id), eq(audits.action, "Update")));
    expect(written[0]?.changes).toEqual({ name: ["Harbour", "Marina"] });
  });

  it("404 for another business's staff", async () => {
    const { id } = await make();
    for (const [path, body] of [
      ["", { name: "Mine" }],
      ["/status", { status: "Inactive" }],
      ["/deactivate", undefined],
      ["/tariff", { mode: "Flat", fee: 1 }],
    ] as const) {
      const answer = await api.call("PUT", `/api/v1/stations/${id}${path}`, { as: stranger, body });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe("PUT stations/{id}/tariff", () => {
  it("200: sets the price; the same again writes nothing", async () => {
    const { id } = await make();
    const put = () =>
      api.call("PUT", `/api/v1/stations/${id}/tariff`, {
        as: office,
        body: { mode: "HYBRID", minimumFee: 5, perKwh: "0.5", taxPercent: 0 },
      });
    expect((await put()).body.data.pricing.minimumFee.amount).toBe("5.00");
    await put();
    const written = await api.db
      .select()
      .from(audits)
      .where(and(eq(audits.entityId, id), eq(audits.action, "SetTariff")));
    expect(written).toHaveLength(1);
  });
});

describe("PUT stations/{id}/deactivate", () => {
  it("200: hides the station from the public, its staff still see it, and it can come back", async () => {
    const { id } = await make();
    const path = `/api/v1/stations/${id}`;
    const off = await api.call("PUT", `${path}/deactivate`, { as: office });
    expect([off.status, off.body.data?.status]).toEqual([200, "Inactive"]);
    expect((await api.call("GET", path)).status).toBe(404);
    expect((await api.call("GET", path, { as: owner })).status).toBe(404);
    expect((await api.call("GET", path, { as: stranger })).status).toBe(404);
    expect((await api.call("GET", path, { as: office })).status).toBe(200);
    expect((await api.call("PUT", `${path}/deactivate`, { as: office })).status).toBe(409);
    const body = { status: "Active" };
    expect((await api.call("PUT", `${path}/status`, { as: office, body })).status).toBe(200);
    expect((await api.call("GET", path)).status).toBe(200);
  });
});

describe("a plug and a power that are asked for", () => {
  const ask = async (query: string) => {
    const { status, body } = await api.call("GET", `/api/v1/stations?${query}`);
    return status === 200 ? 200 : [status, body.errors[0].field, body.errors[0].message];
  };

  it("are OCPI's names and those that drivers use; any other is refused, and told what there is", async () => {
    for (const known of ["IEC_62196_T2_COMBO", "iec_60309_2_three_32", "DOMESTIC_B", "GBT_DC"]) {
      expect(await ask(`standard=${known}`), known).toBe(200);
    }
    for (const word of ["CCS", "ccs 2", "CHAdeMO", "Type%202", "NACS", "Tesla", "J1772"]) {
      expect(await ask(`standard=${word}`), word).toBe(200);
    }
    for (const strange of ["FOO_BAR", "CC", "IEC_62196_T2_COMBO2", "%20"]) {
      expect(await ask(`standard=${strange}`), strange).toEqual([
        422,
        "standard",
        expect.stringMatching(/CCS2.*CHADEMO.*TESLA_S/),
      ]);
    }
  });

  it("begin at a watt", async () => {
    expect(await ask("minPowerKw=0.001")).toBe(200);
    for (const little of ["0.0009", "0", "-1", "1000.1"]) {
      expect(await ask(`minPowerKw=${little}`), little).toEqual([
        422,
        "minPowerKw",
        "Use 0.001 to 1000.",
      ]);
    }
  });
});

describe("stations/{id}/connectors", () => {
  it("tells what each plug gives, takes it as it was answered, and never sells one for more", async () => {
    const { id } = await makeStation(api.db, businessId, { connectors: 1 });
    const path = `/api/v1/stations/${id}/connectors`;
    const [ccs, chademo] = ["IEC_62196_T1_COMBO", "CHADEMO"] as const;
    const plugsOf = (...powers: (number | null)[]) =>
      [ccs, chademo].map((standard, at) => ({ standard, maxPowerKw: powers[at] ?? null }));
    const added = await api.call("POST", path, {
      as: office,
      body: { number: 2, plugs: plugsOf(150, 50) },
    });
    const facts = { standards: [ccs, chademo], maxPowerKw: 150, plugs: plugsOf(150, 50) };
    expect(added).toMatchObject({ status: 201, body: { data: facts } });
    const one = `${path}/${added.body.data.id}`;
    const put = async (body: object) => {
      const { status, body: answer } = await api.call("PUT", one, { as: office, body });
      const { plugs } = answer.data ?? {};
      return status === 200
        ? plugs.map(({ maxPowerKw }: { maxPowerKw: number | null }) => maxPowerKw)
        : [status, answer.errors[0].field];
    };
    const { number, status, standards, maxPowerKw, plugs } = added.body.data;
    expect(await put({ number, status, standards, maxPowerKw, plugs })).toEqual([150, 50]);
    // A power alone is that of the strongest: nobody said that the other gives more.
    expect(await put({ maxPowerKw: 180 })).toEqual([180, 50]);
    expect(await put({ maxPowerKw: 40 })).toEqual([40, 40]);
    expect(await put({ plugs: plugsOf(150) })).toEqual([150, null]);
    expect(await put({ maxPowerKw: 120 })).toEqual([120, null]);
    expect(await put({ standards: [chademo, ccs] })).toEqual([null, 120]);
    expect(await put({ maxPowerKw: null })).toEqual([null, null]);
    expect(await put({ standard: ccs, maxPowerKw: 100 })).toEqual([100]);
    for (const said of [{ standards: [ccs] }, { standard: chademo }, { maxPowerKw: 50 }]) {
      expect(await put({ ...said, plugs: plugsOf(150, 50) })).toEqual([422, "plugs"]);
    }
    expect(await put({ maxPowerKw: 0.0009 })).toEqual([422, "maxPowerKw"]);
    expect(await put({ maxPowerKw: 0.001 })).toEqual([0.001]);
  });

  it("adds, changes and removes; a number in use is refused", async () => {
    const { id } = await makeStation(api.db, businessId, { connectors: 1 });
    const path = `/api/v1/stations/${id}/connectors`;
    const added = await api.call("POST", path, { as: office, body: { number: 2 } });
    expect(added.status).toBe(201);
    const again = await api.call("POST", path, { as: office, body: { number: 2 } });
    expect(again).toMatchObject({ status: 409, body: { code: "connector.number_taken" } });
    const one = `${path}/${added.body.data.id}`;
    const broken = await api.call("PUT", one, { as: office, body: { status: "OutOfOrder" } });
    expect(broken.body.data).toMatchObject({ number: 2, status: "OutOfOrder" });
    expect((await api.call("DELETE", one, { as: stranger })).status).toBe(404);
    expect((await api.call("DELETE", one, { as: office })).status).toBeLessThan(300);
    const back = await api.call("POST", path, {
      as: office,
      body: { number: 2, standard: "CHADEMO" },
    });
    expect(back).toMatchObject({
      status: 201,
      body: { data: { id: added.body.data.id, status: "Active", standards: ["CHADEMO"] } },
    });
  });
});
