import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { and, asc, eq, sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { slots } from "@/db/schema/schedules";
import { waiting } from "@/db/schema/waiting";
import { cancelBooking, createBooking } from "@/lib/charging/bookings";
import { leaveWaiting } from "@/lib/charging/waiting";
import type { UserActor } from "@/lib/core/actor";

import { at, refusal, settingOf } from "../rooms/charging/bookings/setting";
import { wait } from "../rooms/charging/waiting/lines";
import { testDatabase } from "../support/database";

const rounds = Number(process.env.CRASH_ROUNDS ?? 1);
/** So many rounds more at most, until somebody was killed in the middle of serving. */
const more = 10;
const places = 4;
const inLine = 20;
/** The test's hour, which stands; an offer runs out by being told that it did. */
const now = at(1);
const time = { startsAt: at(30), endsAt: at(31) };

const { db, url } = await testDatabase({ max: 16 });
const s = await settingOf(db);

const alive = new Set<ChildProcess>();
afterEach(() => alive.forEach((one) => one.kill("SIGKILL")));

/** A process that serves those who wait once it is told to, and whether it is in the middle of that. */
interface Server {
  readonly process: ChildProcess;
  isServing: boolean;
}

async function ready(): Promise<Server> {
  const args = ["--import", "tsx", "tests/crash/serve-loop.ts", now.toISOString()];
  const loop = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["pipe", "pipe", "inherit"],
  });
  alive.add(loop);
  const server: Server = { process: loop, isServing: false };
  const lines = createInterface({ input: loop.stdout });
  lines.on("line", (line) => (server.isServing = line === "begin"));
  await once(lines, "line");
  return server;
}

/** Two that serve, and a spare for the next that is killed, which takes its seconds to be ready. */
async function crew() {
  const serving = [await ready(), await ready()];
  const spares: Server[] = [];
  const prepare = () => void ready().then((one) => spares.push(one));
  let [killed, broken] = [0, 0];
  for (const { process: one } of serving) one.stdin?.write("go\n");
  prepare();
  return {
    /** Kills one at once, wherever it is, and puts a spare in its place; nobody where none is ready and need not be. */
    async kill(must: boolean) {
      if (must) await expect.poll(() => spares.length, { timeout: 60_000 }).toBeGreaterThan(0);
      const [next, victim] = [spares.shift(), serving[0]];
      if (!next || !victim) return;
      prepare();
      for (let tries = 0; tries < 2_000 && !victim.isServing; tries += 1) await sleep(0);
      victim.process.kill("SIGKILL");
      await once(victim.process, "exit");
      killed += 1;
      if (victim.isServing) broken += 1;
      alive.delete(victim.process);
      next.process.stdin?.write("go\n");
      serving.splice(0, 1);
      serving.push(next);
    },
    told: () => ({ killed, broken }),
    end: () => alive.forEach((one) => one.kill("SIGKILL")),
  };
}

interface Waiter {
  readonly owner: UserActor;
  readonly id: string;
}

/** A station whose places are all booked, and a line for them, each a second after the other. */
async function fullWithLine() {
  s.clock.set(at(0));
  const stationId = await s.station({ capacity: places });
  const owners = await Promise.all(Array.from({ length: places + inLine }, () => s.owner()));
  const booked: Waiter[] = [];
  for (const owner of owners.slice(0, places)) {
    booked.push({ owner, id: (await s.book(owner, 30, 31, stationId)).id });
  }
  const line: Waiter[] = [];
  for (const owner of owners.slice(places)) {
    s.clock.advance(1_000);
    line.push({ owner, id: (await wait(s, owner, [30, 31], { stationId })).id });
  }
  s.clock.set(now);
  return { stationId, booked, line };
}

/** Who was offered a place, in the order of that. */
async function offeredAt(stationId: string): Promise<(string | null)[]> {
  const rows = await db
    .select({ id: sql<string>`${outboxEvents.payload} ->> 'waitingId'` })
    .from(outboxEvents)
    .where(and(eq(outboxEvents.type, "waiting.offered"), eq(outboxEvents.stationId, stationId)))
    .orderBy(asc(outboxEvents.position));
  return rows.map(({ id }) => id);
}

const statusOf = async (id: string) =>
  (await db.select().from(waiting).where(eq(waiting.id, id)))[0]?.status;

/** Looks all the time whether a slot has more cars than places. */
function watchCapacity(stationId: string) {
  const over: unknown[] = [];
  const stop = new AbortController();
  const looking = (async () => {
    while (!stop.signal.aborted) {
      const isOver = sql`${slots.reserved} > ${slots.capacity}`;
      over.push(
        ...(await db
          .select()
          .from(slots)
          .where(and(eq(slots.stationId, stationId), isOver))),
      );
      await sleep(10);
    }
  })();
  return async () => {
    stop.abort();
    await looking;
    return over;
  };
}

const countOf = async (stationId: string, status: "Waiting" | "Offered") =>
  db.$count(waiting, and(eq(waiting.stationId, stationId), eq(waiting.status, status)));

const offeredNow = async (stationId: string, line: readonly Waiter[]) => {
  const isOffered = and(eq(waiting.stationId, stationId), eq(waiting.status, "Offered"));
  const rows = await db.select({ id: waiting.id }).from(waiting).where(isOffered);
  return line.filter(({ id }) => rows.some((row) => row.id === id));
};

/** Waits until all that is free is offered; answers how many are not through yet. */
async function settled(stationId: string): Promise<number> {
  const left = async () => {
    const [slot] = await db
      .select()
      .from(slots)
      .where(and(eq(slots.stationId, stationId), eq(slots.startsAt, time.startsAt)));
    const isFull = slot?.reserved === slot?.capacity;
    const waits = await countOf(stationId, "Waiting");
    return waits === 0 || isFull ? waits + (await countOf(stationId, "Offered")) : null;
  };
  await expect.poll(left, { timeout: 30_000, interval: 5 }).not.toBeNull();
  return (await left()) ?? 1;
}

/** What whoever was offered a place does with it; each of them frees a place sooner or later. */
async function answer({ owner, id }: Waiter, stationId: string): Promise<Waiter | null> {
  const draw = Math.random();
  if (draw < 0.4) {
    const booking = await createBooking(s.as(owner), { stationId, ...time, offerId: id });
    return { owner, id: booking.id };
  }
  if (draw < 0.7) {
    await leaveWaiting(s.as(owner), { id });
    return null;
  }
  // Ten minutes later, as the table has it: a worker ends it.
  await db.update(waiting).set({ offerEndsAt: now }).where(eq(waiting.id, id));
  await expect.poll(() => statusOf(id), { timeout: 30_000, interval: 5 }).toBe("Expired");
  return null;
}

it(
  `${inLine} wait for one slot while places come free in bursts and who serves them is killed: nobody skipped, nobody twice`,
  async () => {
    const workers = await crew();
    // A busy machine has few spares ready, and so few kills: it goes on until one was in the middle of serving.
    const isBroken = () => workers.told().broken > 0;
    for (let round = 1; round <= rounds || (!isBroken() && round <= rounds + more); round += 1) {
      const { stationId, booked, line } = await fullWithLine();
      const overCapacity = watchCapacity(stationId);
      const holding = [...booked];
      for (let left = line.length; left > 0; left = await settled(stationId)) {
        const offered = await offeredNow(stationId, line);
        // A burst: some give their places back, others answer what they were offered, and one who serves dies.
        const least = offered.length > 0 ? 0 : 1;
        const burst = holding.splice(0, least + Math.floor(Math.random() * places));
        const stranger = refusal(createBooking(s.as(await s.owner()), { stationId, ...time }));
        const [taken] = await Promise.all([
          Promise.all(offered.map((one) => answer(one, stationId))),
          ...burst.map(({ owner, id }) => cancelBooking(s.as(owner), { id, chargeFee: false })),
          workers.kill(left === line.length),
        ]);
        holding.push(...taken.filter((one) => one !== null));
        // Whoever waits is before whoever comes by: a stranger has what nobody waits for any more.
        const answered = await stranger;
        if ((await countOf(stationId, "Waiting")) > 0) expect(answered).toBe("slot.full");
      }
      expect(await overCapacity()).toEqual([]);
      expect(await offeredAt(stationId)).toEqual(line.map(({ id }) => id));
      await s.holds();
    }
    const { killed, broken } = workers.told();
    workers.end();
    expect(broken, `of ${killed} killed, those in the middle of serving`).toBeGreaterThan(0);
  },
  60_000 + (rounds + more) * 60_000,
);
