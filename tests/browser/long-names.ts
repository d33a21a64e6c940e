import { createDatabase } from "@/db/client";

import { ownSite } from "../support/sites";

/** As somebody may be called, or call a station: one word of 53 letters that no line has a place to break in. */
export const longName = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogog";

/** Gives every station, person and business of the site this name; what it answers gives them theirs again. */
export async function callEverybody(name: string): Promise<() => Promise<void>> {
  const url = ownSite()?.env.DATABASE_URL;
  if (!url) throw new Error("Only the tests' own servers have a database to ask.");
  const { sql, close } = createDatabase(url);
  const tables = ["stations", "users", "businesses"];
  const former = await Promise.all(
    tables.map((table) => sql<{ id: string; name: string }[]>`select id, name from ${sql(table)}`),
  );
  for (const table of tables) await sql`update ${sql(table)} set name = ${name}`;
  return async () => {
    for (const [index, table] of tables.entries()) {
      const ids = former[index]?.map(({ id }) => id) ?? [];
      const names = former[index]?.map((row) => row.name) ?? [];
      await sql`
        update ${sql(table)} as named set name = former.name
        from unnest(${ids}::uuid[], ${names}::text[]) as former (id, name)
        where named.id = former.id`;
    }
    await close();
  };
}
