import { afterAll, expect, it } from "vitest";

import { makeContext } from "@/lib/process/wiring";
import { searchAddresses } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { startGeocoder } from "../../../support/geocoder";
import { makeBusiness, makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const geocoder = await startGeocoder();
afterAll(() => geocoder.stop());
const business = await makeBusiness(db);
const office = await makeUser(db, "Backoffice", { businessId: business.id });
const owner = await makeUser(db, "EvOwner");

const context = (geocoderUrl: string | undefined, actor = office) =>
  makeContext({ db, actor, config: { ...testConfig, geocoderUrl } });

it("answers where an address is, best first, in degrees", async () => {
  const found = await searchAddresses(context(geocoder.url), { q: "1 Quay Street" });
  expect(found[0]).toEqual({
    name: "Quay Street, Albany, New York, 12207",
    location: { lat: 42.6502, lng: -73.7469 },
  });
  expect(found).toHaveLength(2);
  const asked = geocoder.asked.at(-1);
  expect(asked?.get("q")).toBe("1 Quay Street");
  expect(asked?.get("format")).toBe("jsonv2");
});

it("keeps what the geocoder's address says already", async () => {
  await searchAddresses(context(`${geocoder.url}?countrycodes=us`), { q: "Quay" });
  expect(geocoder.asked.at(-1)?.get("countrycodes")).toBe("us");
});

it("finds nothing where there is nothing", async () => {
  expect(await searchAddresses(context(geocoder.url), { q: "Atlantis" })).toEqual([]);
});

it("says so where no geocoder is named, and where it does not answer", async () => {
  const none = searchAddresses(context(undefined), { q: "Quay" });
  await expect(none).rejects.toMatchObject({ code: "address.no_geocoder" });
  const broken = searchAddresses(context(geocoder.url), { q: "broken" });
  await expect(broken).rejects.toMatchObject({ code: "address.unavailable", status: 503 });
  const away = searchAddresses(context("http://127.0.0.1:9/search"), { q: "Quay" });
  await expect(away).rejects.toMatchObject({ code: "address.unavailable" });
});

it("looks nothing up for an owner", async () => {
  const asked = searchAddresses(context(geocoder.url, owner), { q: "Quay" });
  await expect(asked).rejects.toMatchObject({ code: "request.forbidden" });
});
