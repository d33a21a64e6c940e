import { sql } from "drizzle-orm";

import type { Db } from "@/lib/core/context";

/** The whole database as text, with what is in bytes read as letters, all in lower case. */
export async function dumpDatabase(db: Db): Promise<string> {
  const tables = await db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.execute<{ row: string }>(
        sql`select t::text as row from ${sql.raw(name)} t`,
      );
      return rows.map(({ row }) => `${name}: ${row}`).join("\n");
    }),
  );
  const text = texts.join("\n");
  const bytes = text.replace(/\\x([0-9a-f]+)/g, (_, hex: string) =>
    Buffer.from(hex, "hex").toString("latin1"),
  );
  return bytes.toLowerCase();
}
