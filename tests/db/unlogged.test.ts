import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { testDatabase } from "../support/database";

const { db } = await testDatabase();

test("limits are counted without a log, and nothing else is kept so", async () => {
  const unlogged = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relkind = 'r' and relpersistence = 'u' order by relname`);
  expect(unlogged.map(({ name }) => name)).toEqual(["rate_limits"]);
});
