import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import { afterAll, expect } from "vitest";

import { migrate } from "@/db/migrate";

/** The migrations as they were before one of them, in a folder of their own. */
function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(join(tmpdir(), "baybook-migrations-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync("db/migrations", folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex((entry) => entry.tag.endsWith(tag));
  expect(at).toBeGreaterThan(0);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  return folder;
}

/** Empties the database and makes it what it was before a migration, by the end of its name. */
export async function goBackBefore(tag: string, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  for (const schema of ["public", "drizzle", "graphile_worker"]) {
    await sql`drop schema ${sql(schema)} cascade`;
  }
  await sql`create schema public`;
  await sql.end();
  await migrate(url, migrationsBefore(tag));
}
