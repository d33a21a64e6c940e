import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { afterEach, expect, it } from "vitest";

import { newId } from "@/lib/core/ids";
import { systemClock } from "@/lib/core/clock";

import { testDatabase } from "../support/database";
import { contextOf, publish, subscriber } from "../rooms/records/outbox/setting";

const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
/** Twice as many as one batch has room for, so that two workers have some each. */
const subjects = Array.from({ length: 400 }, newId);

const { db, sql, url } = await testDatabase();
await sql`create table heard (
  n bigint generated always as identity, event_id uuid primary key, subject text not null)`;
const ctx = contextOf(db, systemClock, [subscriber("ledger")]);

const workers = new Set<ChildProcess>();
afterEach(() => workers.forEach((worker) => worker.kill("SIGKILL")));

/** Starts a worker that tells `hear` what it is handed. */
async function startWorker(hear: (id: string) => void): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["--import", "tsx", "tests/crash/deliver-loop.ts"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.add(worker);
  const lines = createInterface({ input: worker.stdout });
  // From the first line on: what is said right after it can come with it.
  lines.on("line", (line) => line !== "ready" && hear(line));
  await once(lines, "line");
  return worker;
}

/** Ends it at once; returns when all that it said before was heard, which may come after its end. */
async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, "close");
  worker.kill("SIGKILL");
  await gone;
  workers.delete(worker);
}

const waiting = async () => {
  const [row] = await sql`
    select count(*)::int as n from outbox_deliveries where delivered_at is null`;
  return row?.n as number;
};

it(
  `a worker killed in the middle of a batch ${rounds} times loses nothing, beside one that lives`,
  async () => {
    const handed = new Map<string, number>();
    const note = (id: string) => handed.set(id, (handed.get(id) ?? 0) + 1);
    const survivor = await startWorker(note);
    for (let round = 1; round <= rounds; round += 1) {
      let left = 1 + Math.floor(Math.random() * 150);
      let reached = () => {};
      const inTheMiddle = new Promise<void>((resolve) => (reached = resolve));
      const victim = await startWorker((id) => {
        note(id);
        if ((left -= 1) === 0) reached();
      });
      // More for as long as it lives: the other one must not take all of them.
      const gone = new AbortController();
      const publishing = (async () => {
        while (!gone.signal.aborted) await publish(ctx, ...subjects);
      })();
      await inTheMiddle;
      await kill(victim);
      gone.abort();
      await publishing;
    }
    await expect.poll(waiting, { timeout: 60_000, interval: 200 }).toBe(0);
    await kill(survivor);

    const events = await sql<{ id: string; subject: string }[]>`
      select id, subject from outbox_events order by position`;
    const heard = await sql<{ event_id: string; subject: string }[]>`
      select event_id, subject from heard order by n`;
    expect(events.length).toBeGreaterThanOrEqual(rounds * subjects.length);
    expect(events.filter(({ id }) => !handed.has(id))).toEqual([]);
    // What was written down in the transaction of the delivery is there once, in the order of its subject.
    for (const id of subjects) {
      const subject = `station/${id}`;
      const told = events.filter((one) => one.subject === subject).map((one) => one.id);
      expect(heard.filter((one) => one.subject === subject).map((one) => one.event_id)).toEqual(
        told,
      );
    }
    const repeated = [...handed.values()].filter((times) => times > 1).length;
    expect(repeated, "events handed over again, which shows that batches broke").toBeGreaterThan(0);
  },
  60_000 + rounds * 20_000,
);
