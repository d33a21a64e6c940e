import { readdirSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { timeZones } from "@/lib/core/zone-names";
import { root } from "@/scripts/parts/paths";

import { testDatabase } from "../support/database";
import { energyTariff, makeBusiness, makeStation } from "../support/world";

const { db, sql } = await testDatabase();
const file = readdirSync(root("db/migrations")).find((name) => /present-zones/.test(name)) ?? "";

it("gives zones their names in use, and amounts the places of ISO 4217", async () => {
  const { id: businessId } = await makeBusiness(db);
  await sql`update businesses set time_zone = 'Asia/Calcutta'`;
  const price = { ...energyTariff, perKwhMinor: 70, perHourMinor: null };
  const [forint, dinar, dollar] = [
    await makeStation(db, businessId, {
      timeZone: "US/Pacific-New",
      tariff: { ...price, currency: "HUF" },
    }),
    await makeStation(db, businessId, {
      timeZone: "europe/kiev",
      tariff: { ...price, currency: "IQD" },
    }),
    await makeStation(db, businessId, { timeZone: "Europe/Kyiv", tariff: price }),
  ];
  await sql.begin(async (tx) => {
    const statements = readFileSync(root(`db/migrations/${file}`), "utf8").split(
      "--> statement-breakpoint",
    );
    for (const statement of statements) await tx.unsafe(statement);
  });
  const zone = async (id: string) =>
    (await sql`select time_zone from stations where id = ${id}`)[0]?.time_zone;
  expect([await zone(forint.id), await zone(dinar.id), await zone(dollar.id)]).toEqual([
    "America/Los_Angeles",
    "Europe/Kyiv",
    "Europe/Kyiv",
  ]);
  expect((await sql`select time_zone from businesses`)[0]?.time_zone).toBe("Asia/Kolkata");
  const rows = await sql`
    select currency, per_kwh_minor::int as kwh, per_hour_minor as hour, late_cancel_fee_minor::int as late
    from tariffs order by currency`;
  expect([...rows]).toEqual([
    { currency: "HUF", kwh: 7_000, hour: null, late: 50_000 },
    { currency: "IQD", kwh: 70_000, hour: null, late: 500_000 },
    { currency: "USD", kwh: 70, hour: null, late: 500 },
  ]);
});

it("knows every zone of the list, though no statement asks it", async () => {
  const names = await sql<{ name: string }[]>`select name from pg_timezone_names`;
  const known = new Set(names.map(({ name }) => name));
  expect(timeZones.filter((zone) => !known.has(zone))).toEqual([]);
});
