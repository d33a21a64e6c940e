import { rmSync } from "node:fs";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDatabase, type Database, isDatabaseAway } from "@/db/client";
import { type Embedded, startEmbedded } from "@/db/embedded";

import { makeClusterFolder } from "../support/cluster";

const home = makeClusterFolder();
const directory = join(home, "postgres");
let server: Embedded;
let database: Database;

beforeAll(async () => {
  server = await startEmbedded({ directory, durable: false });
  database = createDatabase(server.url, { max: 4 });
});

afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const refusal = (work: Promise<unknown>) => work.then(() => undefined).catch((error) => error);

test("a lost database refuses running and new work at once, and all recovers by itself", async () => {
  const { db } = database;
  // Every connection of the pool is open, and half are in a transaction when the server goes.
  await Promise.all([1, 2, 3, 4].map(() => db.execute(sql`select pg_sleep(0.1)`)));
  const running = [1, 2].flatMap(() => [
    refusal(db.execute(sql`select pg_sleep(20)`)),
    refusal(
      db.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        await tx.execute(sql`select pg_sleep(20)`);
      }),
    ),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await server.stop();
  expect((await Promise.all(running)).map(isDatabaseAway)).toEqual([true, true, true, true]);

  const started = performance.now();
  const refused = await Promise.all(
    Array.from({ length: 20 }, () => refusal(db.transaction((tx) => tx.execute(sql`select 1`)))),
  );
  expect(refused.map(isDatabaseAway)).toEqual(refused.map(() => true));
  expect(performance.now() - started).toBeLessThan(2_000);

  server = await startEmbedded({ directory, durable: false, port: server.port });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      db.transaction(async (tx) => (await tx.execute(sql`select 7 as n`))[0]?.n),
    ),
  );
  expect(answers).toEqual(answers.map(() => 7));
});

test("a server that takes the connection and says nothing is given up within 2 s", async () => {
  process.kill(server.pid, "SIGSTOP");
  const silent = createDatabase(server.url);
  const started = performance.now();
  try {
    expect(isDatabaseAway(await refusal(silent.db.execute(sql`select 1`)))).toBe(true);
    expect(performance.now() - started).toBeLessThan(2_000);
  } finally {
    process.kill(server.pid, "SIGCONT");
    await silent.close();
  }
});

test("a refused statement is not mistaken for a lost database", async () => {
  expect(isDatabaseAway(await refusal(database.sql`select 1 / 0`))).toBe(false);
  expect(isDatabaseAway(await refusal(database.db.execute(sql`select * from nowhere`)))).toBe(
    false,
  );
});
