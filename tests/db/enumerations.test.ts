import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";

import { holdingStatuses } from "@/lib/charging/bookings/schema";

import { testDatabase } from "../support/database";

const { sql } = await testDatabase();

const files = readdirSync("db/schema").map((name) => resolve("db/schema", name));
const modules = await Promise.all(
  files.map((file) => import(file) as Promise<Record<string, unknown>>),
);
const tables = modules
  .flatMap((module) => Object.values(module))
  .filter((value) => is(value, PgTable));
/** Each enumerated column as `table.column`, with its list. */
const listed = tables.flatMap((table) =>
  Object.values(getTableColumns(table)).flatMap(({ name, enumValues }) =>
    enumValues ? [{ table: getTableName(table), name, values: enumValues }] : [],
  ),
);

test("the database keeps every enumerated column to its room's list", async () => {
  expect(listed.length).toBeGreaterThan(14);
  const rows = await sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c'`;
  const checked = new Map(rows.map(({ name, definition }) => [name, definition]));
  for (const { table, name, values } of listed) {
    const definition = checked.get(`${table}_${name}_check`) ?? "";
    const allowed = [...definition.matchAll(/'([^']+)'::text/g)].map(([, value]) => value);
    expect(allowed, `${table}.${name}`).toEqual(values);
  }
});

test("a value outside of the list is refused, and none is let through where there may be none", async () => {
  const set = (scope: string) => sql`
    insert into settings (scope, scope_id, name, value, updated_at)
    values (${scope}, gen_random_uuid(), 'leadMinutes', '5', now())`;
  await expect(set("Galaxy")).rejects.toThrow(/settings_scope_check/);
  await expect(set("Station")).resolves.toBeDefined();
});

test("the last guard of an owner's overlap has the statuses in which a booking holds a place", async () => {
  const [row] = await sql<{ definition: string }[]>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = 'bookings_owner_overlap'`;
  const guarded = [...(row?.definition ?? "").matchAll(/'([^']+)'::text/g)];
  expect(guarded.map(([, status]) => status)).toEqual(holdingStatuses);
});
