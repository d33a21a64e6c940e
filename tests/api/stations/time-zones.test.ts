import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { businesses } from "@/db/schema/businesses";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation, makeUser } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const office = await makeUser(api.db, "Backoffice", { businessId });
const near = "/api/v1/stations?near=10.5,20.5";
const body = (more: object) => ({
  name: "Quarter of the world",
  location: { lat: 10.5, lng: 20.5 },
  type: "DC",
  connectors: 2,
  ...more,
});
const create = (more: object) =>
  api.call("POST", "/api/v1/stations", { as: office, body: body(more) });

describe("a station's time zone", () => {
  it.each([
    ["US/Pacific-New", "America/Los_Angeles"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Etc/UTC", "UTC"],
    ["asia/kathmandu", "Asia/Kathmandu"],
  ])("named %s is kept as %s, and lists show it", async (name, present) => {
    const made = await create({ timeZone: name });
    expect(made).toMatchObject({ status: 201, body: { data: { timeZone: present } } });
    const list = await api.call("GET", near);
    expect(list.status).toBe(200);
    const { id } = made.body.data;
    expect(list.body.data.find((found: { id: string }) => found.id === id)).toMatchObject({
      timeZone: present,
    });
    const changed = await api.call("PUT", `/api/v1/stations/${id}`, {
      as: office,
      body: { timeZone: "Asia/Saigon" },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { data: { timeZone: "Asia/Ho_Chi_Minh" } },
    });
  });

  it.each(["Mars/Olympus", "+05:30", "UTC+2", "", "Factory"])("is not %s", async (timeZone) => {
    const refused = { status: 422, body: { errors: [{ field: "timeZone" }] } };
    expect(await create({ timeZone })).toMatchObject(refused);
    const { id } = await makeStation(api.db, businessId);
    expect(
      await api.call("PUT", `/api/v1/stations/${id}`, { as: office, body: { timeZone } }),
    ).toMatchObject(refused);
  });

  it("is read by the same list in a business's request and in an import", async () => {
    const request = (timeZone: string) =>
      api.call("POST", "/api/v1/businesses", {
        body: {
          businessName: "Kolkata Charging",
          contact: {
            name: "Ira",
            email: `${crypto.randomUUID()}@example.test`,
            phone: "+919830012345",
          },
          timeZone,
        },
      });
    const asked = await request("Asia/Calcutta");
    expect(asked.status).toBe(202);
    const named = eq(businesses.name, "Kolkata Charging");
    const kept = await api.db.select().from(businesses).where(named);
    expect(kept.map(({ timeZone }) => timeZone)).toEqual(["Asia/Kolkata"]);
    expect((await request("Mars/Olympus")).status).toBe(422);

    const importing = (source: string, query = "") =>
      api.call("POST", `/api/v1/stations/import${query}`, { as: office, body: formOf(source) });
    const located = (id: string, time_zone: string) => ({
      id,
      country_code: "DE",
      party_id: "XYZ",
      name: `Imported ${id}`,
      address: "Main Street 1",
      city: "Town",
      country: "IND",
      coordinates: { latitude: "22.57", longitude: "88.36" },
      time_zone,
      evses: [{ uid: "1", status: "AVAILABLE", connectors: [connector] }],
      last_updated: "2026-01-01T00:00:00Z",
    });
    const report = await importing(
      JSON.stringify([located("1", "Asia/Calcutta"), located("2", "Mars/Olympus")]),
    );
    expect(report.body.data.rows).toMatchObject([
      { outcome: "created" },
      { outcome: "refused", why: "There is no time zone Mars/Olympus." },
    ]);
    const found = await api.call("GET", "/api/v1/stations?near=22.57,88.36", { as: office });
    expect(found.body.data).toMatchObject([{ timeZone: "Asia/Kolkata" }]);
    expect((await importing("[]", "?timeZone=Mars/Olympus")).status).toBe(422);
  });
});

const connector = {
  id: "1",
  standard: "IEC_62196_T2_COMBO",
  format: "CABLE",
  power_type: "DC",
  max_voltage: 400,
  max_amperage: 125,
  last_updated: "2026-01-01T00:00:00Z",
};

function formOf(text: string): FormData {
  const form = new FormData();
  form.set("file", new File([text], "stations.json", { type: "application/json" }));
  return form;
}

describe("a price in a currency whose places CLDR leaves out", () => {
  it("F16: is 70.50 HUF, and stays it", async () => {
    const { id } = await makeStation(api.db, businessId, { tariff: null });
    const pricing = { mode: "Flat", currency: "HUF", fee: 70.5 };
    const path = `/api/v1/stations/${id}`;
    const set = await api.call("PUT", path, { as: office, body: { pricing } });
    expect(set).toMatchObject({
      status: 200,
      body: { data: { pricing: { fee: { amount: "70.50", currency: "HUF" } } } },
    });
    const yen = { mode: "Flat", currency: "JPY", fee: 70.5 };
    expect(await api.call("PUT", path, { as: office, body: { pricing: yen } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "pricing.fee" }] },
    });
  });
});
