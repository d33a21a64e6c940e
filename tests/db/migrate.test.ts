import { expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testDatabase } from "../support/database";

const { sql, url } = await testDatabase();

const tables = (schema: string) =>
  sql`select count(*)::int as n from pg_tables where schemaname = ${schema}`.then(
    ([row]) => row?.n as number,
  );

test("a test database is migrated, with the job queue's tables", async () => {
  expect(await tables("public")).toBeGreaterThan(10);
  expect(await tables("graphile_worker")).toBeGreaterThan(3);
});

test("several starters on an empty database migrate it once", async () => {
  await sql`drop schema public cascade`;
  await sql`drop schema drizzle cascade`;
  await sql`drop schema graphile_worker cascade`;
  await sql`create schema public`;
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const [doubled] = await sql`
    select count(*)::int - count(distinct hash)::int as n from drizzle.__drizzle_migrations`;
  expect(doubled?.n).toBe(0);
  expect(await tables("public")).toBeGreaterThan(10);
});

test("a database ahead of this program is refused and left as it is", async () => {
  const ahead = await createTestDatabase();
  const database = createDatabase(ahead);
  try {
    const inFuture = Date.UTC(2100, 0, 1);
    await database.sql`
      insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${inFuture})`;
    await expect(migrate(ahead)).rejects.toThrow(/newer version/);
  } finally {
    await database.close();
    await dropTestDatabase(ahead);
  }
});
