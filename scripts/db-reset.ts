import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";

import { describeDatabase, openDatabase } from "./parts/database";
import { main, step } from "./parts/main";

/** Everything that migrations make lives in these schemas. */
const SCHEMAS = ["public", "drizzle", "graphile_worker"];

main(async () => {
  const { values } = parseArgs({ options: { yes: { type: "boolean", default: false } } });
  const url = process.env.DATABASE_URL;
  // The embedded database holds nothing but the demo's data; a server of one's own may hold anything.
  if (url && !values.yes) await askFirst(describeDatabase(url));
  const database = await openDatabase();
  try {
    await step("Erasing", () => erase(database.url));
    await step("Migrating", () => migrate(database.url));
  } finally {
    await database.stop();
  }
});

async function askFirst(place: string): Promise<void> {
  const warning = `This erases everything in ${place}.`;
  if (!process.stdin.isTTY) {
    throw new Error(`${warning} To do so: npm run db:reset -- --yes`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${warning} Type "erase" to go on: `);
  terminal.close();
  if (answer.trim() !== "erase") throw new Error("Nothing was changed.");
}

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
