import { createDatabase } from "@/db/client";

import { ownSite } from "../support/sites";

/**
 * Meanwhile whoever reads the table is refused by the database with this SQLSTATE: what a page says that fails. The
 * table has a row at least, and nothing writes to it meanwhile.
 */
export async function whileFailing(
  table: string,
  sqlState: string,
  act: () => Promise<void>,
): Promise<void> {
  const url = ownSite()?.env.DATABASE_URL;
  if (!url) throw new Error("Only the tests' own servers have a database that may fail.");
  const { sql, close } = createDatabase(url, { max: 1 });
  try {
    await sql.unsafe(`
      begin;
      alter table ${table} rename to ${table}_put_away;
      create function refuse_to_read() returns boolean language plpgsql as
        $$ begin raise exception using errcode = '${sqlState}', message = 'put away by a test'; end $$;
      create view ${table} as select * from ${table}_put_away where refuse_to_read();
      commit`);
    await act();
  } finally {
    await sql.unsafe(`
      begin;
      drop view ${table};
      drop function refuse_to_read;
      alter table ${table}_put_away rename to ${table};
      commit`);
    await close();
  }
}
