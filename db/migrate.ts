import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations as installJobTables } from "graphile-worker";
import type postgres from "postgres";

import { createDatabase } from "./client";

const FOLDER = fileURLToPath(new URL("migrations", import.meta.url));
/** Any number will do, as long as nothing else locks it: the letters of "bayb". */
const LOCK = 0x62_61_79_62;

/**
 * Brings a database up to this program's tables and those of the job queue; forward only, each migration once.
 * Of several starters one migrates while the others wait for it.
 * Throws a plain Error when the database is ahead of this program.
 */
export async function migrate(url: string, folder = FOLDER): Promise<void> {
  const { db, sql, close } = createDatabase(url, {
    max: 1,
    name: "baybook migrate",
    work: "command",
  });
  try {
    // The lock belongs to the one connection of this pool and goes with it, whatever happens.
    await sql`select pg_advisory_lock(${LOCK})`;
    await refuseNewerDatabase(sql, folder);
    await applyMigrations(db, { migrationsFolder: folder });
    await installJobTables({
      connectionString: url,
      maxPoolSize: 1,
      logger: new Logger(() => () => {}),
    });
  } finally {
    await close();
  }
}

/** An older program on a newer database would write what the newer one does not expect. */
async function refuseNewerDatabase(sql: postgres.Sql, folder: string): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return;
  const [applied] =
    await sql`select max(created_at)::bigint as at from drizzle.__drizzle_migrations`;
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(`${folder}/meta/_journal.json`, "utf8"),
  );
  const known = Math.max(0, ...journal.entries.map((entry) => entry.when));
  if (Number(applied?.at ?? 0) <= known) return;
  throw new Error(
    "The database was migrated by a newer version of Baybook. Update this one first.",
  );
}
