import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { newId } from "@/lib/core/ids";
import { importStations } from "@/lib/sites/stations";
import { makeContext } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { makeBusiness, makeUser, testConfig, testStart } from "../support/world";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

test("F12: stations imported before have folded keys, one each, and their files find them again", async () => {
  await goBackBefore("_import-keys", url);
  const businessId = newId();
  await sql`insert into businesses ${sql({
    id: businessId,
    name: "Hudson",
    contact_name: "Ada",
    contact_email: "ada@example.test",
    contact_phone: "+12125550100",
    time_zone: "Europe/Amsterdam",
    status: "Active",
    created_at: testStart.toISOString(),
  })}`;
  const old = (source: string | null, sourceId: string | null, owner: string | null = null) =>
    sql`insert into stations ${sql({
      id: newId(),
      business_id: owner,
      name: "Kade",
      address: "Kade 1",
      latitude: 51.887654,
      longitude: 5.434321,
      time_zone: "Europe/Amsterdam",
      type: "AC",
      status: "Active",
      slot_minutes: 60,
      approval: "Manual",
      source,
      source_id: sourceId,
      created_at: testStart.toISOString(),
      updated_at: testStart.toISOString(),
    })}`;
  await old(null, null, businessId);
  await old("afdc", "44174");
  await old("ocpi", "NL*TST*Quay");
  await old("ocpi", "NL*TST*QUAY");
  await old("ocpi", "NL*TST*quay");
  await old("ocpi", "Seven", businessId);
  await migrate(url);
  const keys =
    await sql`select source_id as id, source_key as key from stations order by source_id`;
  expect(Object.fromEntries(keys.map(({ id, key }) => [String(id), key as unknown]))).toEqual({
    null: null,
    "44174": "44174",
    "NL*TST*Quay": "nl*tst*quay",
    "NL*TST*QUAY": "NL*TST*QUAY",
    "NL*TST*quay": "NL*TST*quay",
    Seven: "/seven",
  });

  const location = (id: string, over: object = {}) => ({
    id,
    name: "Kade",
    address: "Kade 1",
    coordinates: { latitude: "51.887654", longitude: "5.434321" },
    time_zone: "Europe/Amsterdam",
    evses: [{ status: "AVAILABLE", connectors: [{ standard: "IEC_62196_T2" }] }],
    ...over,
  });
  const as = (actor: Awaited<ReturnType<typeof makeUser>>) =>
    makeContext({ db, actor, config: testConfig });
  const party = { country_code: "NL", party_id: "TST" };
  const listed = JSON.stringify([location("QUAY", party)]);
  const admin = as(await makeUser(db, "SystemAdmin"));
  expect((await importStations(admin, { source: listed })).counts).toMatchObject({ updated: 1 });
  const office = as(await makeUser(db, "Backoffice", { businessId }));
  const own = JSON.stringify([location("seven")]);
  expect((await importStations(office, { source: own })).counts).toMatchObject({ created: 0 });
  const other = await makeBusiness(db);
  const stranger = as(await makeUser(db, "Backoffice", { businessId: other.id }));
  expect((await importStations(stranger, { source: own })).counts).toMatchObject({ created: 1 });
});
