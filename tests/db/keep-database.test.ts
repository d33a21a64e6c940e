import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { keepDatabase } from "@/scripts/parts/keep-database";

import { makeClusterFolder } from "../support/cluster";

const home = makeClusterFolder();
const directory = join(home, "postgres");
const pidFile = join(directory, "cluster", "postmaster.pid");

afterAll(() => rmSync(home, { recursive: true, force: true }));

// Durable: what was committed must be there after a death.
const start = (port?: number) => startEmbedded({ directory, port });
const kill = () => process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGKILL");

test("A4: a database that dies is started again at the same address; one that is told to stop is not", async () => {
  const said: string[] = [];
  const kept = await keepDatabase(start, (line) => said.push(line));
  const { db, close } = createDatabase(kept.url, { max: 3 });
  try {
    await db.execute(sql`create table kept as select 42 as answer`);
    for (const deaths of [1, 2]) {
      kill();
      const answer = () => db.execute(sql`select answer from kept`).catch((error) => error);
      await expect.poll(() => said.length, { timeout: 60_000 }).toBe(2 * deaths);
      await expect.poll(answer, { timeout: 30_000 }).toEqual([{ answer: 42 }]);
    }
    expect(said.slice(0, 2)).toEqual([
      "The database has ended by itself; it is being started again.",
      "The database runs again.",
    ]);
  } finally {
    await close();
    await kept.stop();
  }
  expect(said).toHaveLength(4);
  expect(() => readFileSync(pidFile)).toThrow();
}, 120_000);

test("A4: a database that cannot be started again is said to have ended, with its reason", async () => {
  const kept = await keepDatabase(start, () => {});
  // Its data is gone with it.
  rmSync(join(directory, "cluster", "global", "pg_control"));
  mkdirSync(join(directory, "cluster", "global", "pg_control"));
  kill();
  expect(await kept.ended).toMatch(
    /^The database has ended and cannot be started again: .*server\.log/,
  );
  await kept.stop();
});

test("A4: one that dies again and again is given up", async () => {
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  let starts = 0;
  const kept = await keepDatabase(
    async () => {
      const ended = ends[starts++]?.promise ?? Promise.resolve();
      return {
        url: "",
        port: 1,
        pid: 1,
        log: "server.log",
        ended,
        databaseUrl: () => "",
        stop: async () => {},
      };
    },
    () => {},
  );
  for (const { resolve } of ends) resolve();
  expect(await kept.ended).toBe(
    "The database has ended 4 times within a minute. Its log is server.log.",
  );
  expect(starts).toBe(4);
});
