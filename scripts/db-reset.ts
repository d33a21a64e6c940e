import { parseArgs } from "node:util";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";

import { askFirst } from "./parts/ask-first";
import { describeDatabase, openDatabase } from "./parts/database";
import { main, step } from "./parts/main";

/** Everything that migrations make lives in these schemas. */
const SCHEMAS = ["public", "drizzle", "graphile_worker"];

main(async () => {
  const { values } = parseArgs({ options: { yes: { type: "boolean", default: false } } });
  const url = process.env.DATABASE_URL;
  // The embedded database holds nothing but the demo's data; a server of one's own may hold anything.
  if (url && !values.yes) {
    await askFirst(`This erases everything in ${describeDatabase(url)}.`, {
      word: "erase",
      otherwise: "npm run db:reset -- --yes",
    });
  }
  const database = await openDatabase();
  try {
    await step("Erasing", () => erase(database.url));
    await step("Migrating", () => migrate(database.url));
  } finally {
    await database.stop();
  }
});

async function erase(url: string): Promise<void> {
  const { sql, close } = createDatabase(url, { max: 1, name: "baybook reset", work: "command" });
  try {
    await sql.begin(async (tx) => {
      // A running server would hold locks on the tables: better a plain refusal than a hang.
      await tx`set local lock_timeout = '5s'`;
      for (const schema of SCHEMAS) await tx`drop schema if exists ${tx(schema)} cascade`;
      await tx`create schema public`;
    });
  } finally {
    await close();
  }
}
