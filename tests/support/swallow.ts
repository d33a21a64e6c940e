import { sql } from "drizzle-orm";

import type { Db } from "@/lib/core/context";

/** Where a change is recorded, and where it is told. */
export type Traces = "audits" | "outbox_events";

/**
 * Meanwhile the database takes what is written to the table and keeps nothing, as if the code had forgotten it: to see
 * that a test of what changes leave behind would notice.
 */
export async function whileSwallowing<T>(db: Db, table: Traces, act: () => Promise<T>): Promise<T> {
  await db.execute(sql`
    create function swallow() returns trigger language plpgsql as 'begin return null; end'`);
  try {
    await db.execute(sql`
      create trigger swallow before insert on ${sql.identifier(table)}
      for each row execute function swallow()`);
    return await act();
  } finally {
    await db.execute(sql`drop function swallow cascade`);
  }
}
