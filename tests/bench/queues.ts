import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "drizzle-orm";

import type { Db } from "@/lib/core/context";

import { startServer } from "../support/server";
import { makeCreateWorld } from "./create-world";
import type { Figure } from "./figures";
import { fire } from "./load";
import { startMailSink } from "./mail-sink";

const bench = "queues after bookings for a minute, 32 connections, one worker";
const loadMs = 60_000;
/** Bookings that are asked for at once, before it is looked at the clock. */
const perRound = 300;
/** How long until nothing waits, in seconds. */
const reachSeconds = 10;
const patienceSeconds = 120;

/** What waits for the worker and is due. */
interface Backlog {
  readonly events: number;
  readonly messages: number;
}

/** Whether the worker keeps up with all the bookings that one web process makes: events handed on, messages sent. */
export async function queues(): Promise<Figure[]> {
  const mail = await startMailSink();
  const server = await startServer({
    env: { TEST_CLOCK: "0", SMTP_URL: mail.url, MAIL_FROM: "Baybook <bench@baybook.test>" },
  });
  try {
    const world = await makeCreateWorld(server.db);
    await server.db.execute(sql`vacuum analyze`);
    const began = performance.now();
    let [made, most] = [0, 0];
    while (performance.now() - began < loadMs) {
      // Every other at a station that approves by itself, of which there is more to tell.
      const kind = made % (2 * perRound) === 0 ? "Manual" : "Auto";
      const { statuses } = await fire(server.url, world.spread(kind, perRound));
      if (statuses[201] !== perRound) throw new Error(JSON.stringify(statuses));
      made += perRound;
      const { events, messages } = await findBacklog(server.db);
      most = Math.max(most, events + messages);
    }
    const perSecond = made / ((performance.now() - began) / 1_000);
    const atEnd = await findBacklog(server.db);
    const seconds = await untilEmpty(server.db);
    const handled = await countHandled(server.db);
    const row = (what: string, figure: string) => ({
      bench,
      what,
      figure,
      reach: "–",
      reached: true,
    });
    return [
      row("bookings", `${made}, ${perSecond.toFixed(0)} a second`),
      row(
        "what they came to",
        `${handled.events} events handed on, ${handled.messages} messages, ${mail.taken()} of them by mail`,
      ),
      row(
        "what waited",
        `${most} at most, ${atEnd.events} events and ${atEnd.messages} messages at the end`,
      ),
      {
        bench,
        what: "until nothing waits",
        figure: seconds === null ? `not in ${patienceSeconds} s` : `${seconds.toFixed(1)} s`,
        reach: `≤ ${reachSeconds} s`,
        reached: seconds !== null && seconds <= reachSeconds,
      },
    ];
  } finally {
    await server.stop();
    await mail.close();
  }
}

async function untilEmpty(db: Db): Promise<number | null> {
  const began = performance.now();
  for (;;) {
    const { events, messages } = await findBacklog(db);
    const seconds = (performance.now() - began) / 1_000;
    if (events + messages === 0) return seconds;
    if (seconds > patienceSeconds) return null;
    await sleep(100);
  }
}

async function findBacklog(db: Db): Promise<Backlog> {
  const [row] = await db.execute<{ events: number; messages: number }>(sql`
    select
      (select count(*)::int from outbox_deliveries
        where delivered_at is null and parked_at is null) as events,
      (select count(*)::int from messages
        where status = 'Pending' and (next_attempt_at <= now() or tried_at is not null)) as messages`);
  return row ?? { events: Number.NaN, messages: Number.NaN };
}

async function countHandled(db: Db): Promise<Backlog> {
  const [row] = await db.execute<{ events: number; messages: number }>(sql`
    select (select count(*)::int from outbox_deliveries) as events,
           (select count(*)::int from messages) as messages`);
  return row ?? { events: Number.NaN, messages: Number.NaN };
}
