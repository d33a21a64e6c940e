import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { makeBusiness, makeStation } from "../support/world";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

test("open places keep their numbers; where none were told, so many stand for them", async () => {
  await goBackBefore("_open_places", url);
  const { id: businessId } = await makeBusiness(db);
  const { id } = await makeStation(db, businessId);
  const before = [
    [0, "0"],
    [1, "4"],
    [2, "5"],
    [1, String(2 ** 49)],
    [3, null],
  ] as const;
  for (const [index, [capacity, bits]] of before.entries()) {
    await sql`insert into slots (station_id, starts_at, ends_at, capacity, open_places, updated_at)
      select ${id}, at, at + interval '1 hour', ${capacity}, ${bits}, now()
      from (select now() + make_interval(hours => ${index}) as at) slot`;
  }
  await migrate(url);
  const rows = await sql`select open_places from slots where station_id = ${id} order by starts_at`;
  expect(rows.map((row) => row.open_places as string)).toEqual([
    "",
    "001",
    "101",
    `${"0".repeat(49)}1`,
    "111",
  ]);
});
