import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";

import { at, settingOf } from "../rooms/charging/bookings/setting";
import { testDatabase } from "../support/database";
import type { Orders } from "./book-loop";

const rounds = Number(process.env.CRASH_ROUNDS ?? 2);
const places = 3;
const crowd = 8;

const { db, url } = await testDatabase({ max: 8 });
const s = await settingOf(db);
const alive = new Set<ChildProcess>();
afterEach(() => alive.forEach((one) => one.kill("SIGKILL")));

/** Starts a process that books, kills it a moment after its first, and answers what it said that stands. */
async function killWhileBooking(orders: Orders): Promise<string[]> {
  const args = ["--import", "tsx", "tests/crash/book-loop.ts", JSON.stringify(orders)];
  const env = { ...process.env, DATABASE_URL: url };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  alive.add(child);
  const ended = once(child, "exit");
  const said: string[] = [];
  const first = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    if (line.startsWith("made ")) said.push(line.slice("made ".length));
    if (said.length > 0) first.resolve();
  });
  await Promise.race([first.promise, ended]);
  await sleep(Math.random() * 150);
  child.kill("SIGKILL");
  expect(await ended, "ended by the kill").toEqual([null, "SIGKILL"]);
  alive.delete(child);
  return said;
}

it(
  `of ${rounds} processes killed while they book, each booking stands whole or not at all, and what was answered stands`,
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const stationId = await s.station({ approval: "Auto", capacity: places });
      const owners = await Promise.all(Array.from({ length: crowd }, () => s.owner()));
      const now = at(0).toISOString();
      const said = await killWhileBooking({ now, stationId, owners, hours: { from: 24, to: 240 } });
      expect(said.length).toBeGreaterThan(0);
      // The server notices that nobody is there any more, and ends what was begun.
      await expect
        .poll(async () => {
          const [row] = await db.execute<{ open: number }>(
            `select count(*)::int as open from pg_stat_activity where datname = current_database()
              and pid <> pg_backend_pid() and xact_start is not null`,
          );
          return row?.open;
        })
        .toBe(0);
      const made = await db.select().from(bookings).where(eq(bookings.stationId, stationId));
      expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining(said));
      for (const { id } of made) {
        expect(await s.qr(id)).toHaveLength(1);
        expect(await s.events(id)).toEqual(["booking.created", "booking.approved", "qr.issued"]);
        expect(await s.audits(id)).toHaveLength(1);
      }
      // Counts recompute, and every transition is audited.
      await s.holds();
    }
  },
  60_000 + rounds * 20_000,
);
