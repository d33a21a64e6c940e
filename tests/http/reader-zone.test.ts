import { expect, it, vi } from "vitest";

import { readerZone } from "@/app/_console/reader-zone";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { makeBusiness, makeUser, testConfig } from "../support/world";

let zone: string | undefined;
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (zone === undefined ? undefined : { value: zone }) }),
}));

const { db } = await testDatabase();
const { id: businessId } = await makeBusiness(db);
const admin = await makeUser(db, "SystemAdmin");
const office = await makeUser(db, "Backoffice", { businessId });
const zoneOf = (actor: typeof admin) => readerZone(makeContext({ db, actor, config: testConfig }));

it.each([
  ["says which", "Europe/Berlin", "Europe/Berlin"],
  ["calls it by a former name", "Asia/Calcutta", "Asia/Kolkata"],
  ["has not said yet", undefined, "UTC"],
  ["says nonsense", "Mars/Olympus; drop", "UTC"],
])("S35: an admin reads in the zone of the browser, which %s", async (_, said, expected) => {
  zone = said;
  expect(await zoneOf(admin)).toBe(expected);
});

it("S35: an office reads in the zone of its business, wherever its browser is", async () => {
  zone = "Europe/Berlin";
  expect(await zoneOf(office)).toBe("America/New_York");
});
