import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDatabase, type Database, isDatabaseAway, isDatabaseSlow } from "@/db/client";
import { type Embedded, startEmbedded } from "@/db/embedded";

import { makeClusterFolder } from "../support/cluster";
import { hang } from "../support/hang";

const home = makeClusterFolder();
let server: Embedded;
let database: Database;

beforeAll(async () => {
  server = await startEmbedded({ directory: join(home, "postgres"), durable: false });
  database = createDatabase(server.url, { max: 4 });
  await database.sql`create table things (name text primary key)`;
});

afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const refusal = (work: Promise<unknown>) => work.then(() => undefined).catch((error) => error);

/** How long until all is refused, in milliseconds, and why. */
async function refused(works: readonly Promise<unknown>[]) {
  const began = performance.now();
  const reasons = await Promise.all(works.map(refusal));
  return { took: performance.now() - began, away: reasons.map(isDatabaseAway) };
}

test("A4: while the database hangs everything is refused within 2 s, and then at once; all goes on when it answers", async () => {
  // Every connection is open.
  await Promise.all([1, 2, 3, 4].map(() => database.db.execute(sql`select pg_sleep(0.05)`)));
  const goOn = hang(server.pid);
  try {
    const first = await refused([
      ...Array.from({ length: 20 }, () => database.db.execute(sql`select 1`)),
      ...Array.from({ length: 20 }, () =>
        database.db.transaction((tx) => tx.execute(sql`insert into things values ('first')`)),
      ),
    ]);
    expect(first.away).toEqual(first.away.map(() => true));
    expect(first.took).toBeLessThan(1_800);
    const next = await refused([1, 2, 3].map(() => database.db.execute(sql`select 1`)));
    expect(next.took).toBeLessThan(50);
    await sleep(2_500);
    expect((await refused([database.db.execute(sql`select 1`)])).took).toBeLessThan(50);
  } finally {
    goOn();
  }
  await expect.poll(() => refusal(database.db.execute(sql`select 1`))).toBeUndefined();
  const answers = await Promise.all(
    Array.from(
      { length: 40 },
      async (_, at) => (await database.db.execute(sql`select ${at}::int as n`))[0]?.n,
    ),
  );
  expect(answers).toEqual(answers.map((_, at) => at));
  expect(await database.db.execute(sql`select * from things`)).toEqual([]);
});

test("A4: a connection that alone falls silent is given up when patience ends, and replaced", async () => {
  const patient = createDatabase(server.url, { max: 1, deadlines: { patienceMs: 700 } });
  try {
    const [mine] = await patient.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const pid = Number(mine?.pid);
    process.kill(pid, "SIGSTOP");
    try {
      const { took, away } = await refused([
        patient.db.execute(sql`select 1`),
        patient.db.transaction((tx) => tx.execute(sql`select 1`)),
      ]);
      expect(away).toEqual([true, true]);
      expect(took).toBeLessThan(1_200);
      const [next] = await patient.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      expect(next?.pid).not.toBe(pid);
    } finally {
      process.kill(pid, "SIGCONT");
    }
  } finally {
    await patient.close();
  }
});

test("A4: what takes long while the server answers is left alone, and so is what a busy process has not read yet", async () => {
  const long = refusal(database.db.execute(sql`select pg_sleep(2)`));
  await sleep(100);
  const until = performance.now() + 1_500;
  while (performance.now() < until);
  expect(await long).toBeUndefined();
});

test("A3: the server takes back a statement that is over its time, and the connection goes on", async () => {
  const strict = createDatabase(server.url, { max: 1, deadlines: { statementMs: 200 } });
  try {
    const error = await refusal(strict.db.execute(sql`select pg_sleep(5)`));
    expect([isDatabaseSlow(error), isDatabaseAway(error)]).toEqual([true, false]);
    expect(await strict.db.execute(sql`select 1 as n`)).toEqual([{ n: 1 }]);
  } finally {
    await strict.close();
  }
});

test("A4: what is left of a transaction whose connection was lost meets nobody else's", async () => {
  const one = createDatabase(server.url, { max: 1 });
  const { promise: lostMeanwhile, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  try {
    const late = Promise.withResolvers<unknown>();
    const first = refusal(
      one.db.transaction(async (tx) => {
        await tx.execute(sql`insert into things values ('lost')`);
        isReady();
        await lostMeanwhile;
        const why = await refusal(tx.execute(sql`insert into things values ('late')`));
        late.resolve(why);
        throw why;
      }),
    );
    await ready;
    await database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'`);
    expect(isDatabaseAway(await first)).toBe(true);
    await one.db.transaction(async (tx) => {
      await tx.execute(sql`insert into things values ('whole')`);
      goOn();
      expect(isDatabaseAway(await late.promise)).toBe(true);
      await sleep(50);
      await tx.execute(sql`insert into things values ('and done')`);
    });
    const rows = await database.db.execute<{ name: string }>(
      sql`select name from things order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(["and done", "whole"]);
  } finally {
    await one.close();
  }
});
