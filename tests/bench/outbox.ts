import { rmSync } from "node:fs";
import { join } from "node:path";

import { sql } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { systemClock } from "@/lib/core/clock";
import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent, type Subscriber } from "@/lib/records/outbox/inside";

import { makeClusterFolder } from "../support/cluster";
import { testConfig } from "../support/world";
import { type Figure, median, sideBySide } from "./figures";

/** What has to be delivered in a second by one worker; more bookings than that are not made. */
const least = 2_000;
const rounds = 3;

/** Writes a row an event, as a message does. */
const writing: Subscriber = {
  name: "writing",
  on: ["station.changed"],
  run: async (ctx, { id }) => {
    await ctx.db.execute(sql`insert into heard (event_id) values (${id}::uuid)`);
  },
};
const failing: Subscriber = {
  ...writing,
  name: "failing",
  run: async () => {
    throw new Error("always");
  },
};

/** Events through the outbox, on a database that flushes to the disk; before and after, side by side. */
export async function outbox(): Promise<Figure[]> {
  const home = makeClusterFolder();
  const server = await startEmbedded({ directory: join(home, "postgres") });
  const { db, close } = createDatabase(server.url);
  try {
    await migrate(server.url);
    await db.execute(sql`create table heard (event_id uuid)`);
    const actor = jobActor("outbox");
    const ctx = makeContext({ db, actor, clock: systemClock, config: testConfig });
    const figures: Figure[] = [];
    const rate = async (what: string, count: number, work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      const perSecond = (count / (performance.now() - began)) * 1_000;
      return { what, perSecond };
    };
    const add = ({ what, perSecond }: { what: string; perSecond: number }, of: number) =>
      figures.push({
        bench: "events of the outbox, one worker",
        what,
        figure: `${perSecond.toFixed(0)} a second`,
        reach: of > 0 ? `≥ ${of} a second` : "–",
        reached: perSecond >= of,
      });

    const took = { singly: [] as number[], batches: [] as number[] };
    for (let turn = 0; turn < rounds; turn += 1) {
      await publish(ctx, [writing], 500);
      took.singly.push((await rate("", 500, () => deliverSingly(ctx))).perSecond);
      await publish(ctx, [writing], 8_000);
      took.batches.push((await rate("", 8_000, () => deliverAll(ctx, [writing], 8_000))).perSecond);
    }
    add({ what: "one a transaction, as it was", perSecond: median(took.singly) }, 0);
    add({ what: "in batches", perSecond: median(took.batches) }, least);
    figures.push({
      bench: "events of the outbox, one worker",
      what: "in batches against one a transaction",
      figure: sideBySide(took.batches, took.singly).said,
      reach: "–",
      reached: true,
    });
    await publish(ctx, [writing, failing], 10_000);
    const beside = () => deliverAll(ctx, [writing, failing], 10_000);
    add(await rate("in batches, beside a subscriber that fails always", 10_000, beside), 0);
    await publish(ctx, [writing], 10_000, newId());
    const oneLine = () => deliverAll(ctx, [writing], 10_000);
    add(await rate("in batches, all of one subject", 10_000, oneLine), least);
    return figures;
  } finally {
    await close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Publishes so many events, each of a subject of its own unless one is named, and lets statistics catch up. */
async function publish(
  ctx: Context,
  subscribers: readonly Subscriber[],
  count: number,
  stationId?: string,
): Promise<void> {
  const hearing = { ...ctx, ports: { ...ctx.ports, subscribers: () => subscribers } };
  const events = Array.from({ length: count }, () => ({
    type: "station.changed" as const,
    payload: { stationId: stationId ?? newId() },
  }));
  await inTransaction(hearing, (ctx) => publishEvent(ctx, ...events));
}

/** The worker's loop, until the first subscriber has had all. */
async function deliverAll(
  ctx: Context,
  subscribers: readonly Subscriber[],
  count: number,
): Promise<void> {
  for (let done = 0; done < count;) {
    const { delivered } = await deliverEvents(ctx, subscribers);
    if (delivered === 0) throw new Error(`${count - done} events are not delivered.`);
    done += delivered;
  }
}

/** As delivery was until it came in batches: each event claimed, handled and marked in a transaction of its own. */
async function deliverSingly(ctx: Context): Promise<void> {
  for (;;) {
    const done = await inTransaction(ctx, async (ctx) => {
      const [row] = await ctx.db.execute<{ event_id: string }>(sql`
        select delivery.event_id, event.payload
        from outbox_deliveries delivery join outbox_events event on event.id = delivery.event_id
        where delivery.delivered_at is null and delivery.parked_at is null
          and delivery.next_attempt_at <= ${ctx.clock.real().toISOString()}::timestamptz
        order by delivery.next_attempt_at, delivery.event_id
        limit 1 for update of delivery skip locked`);
      if (!row) return true;
      await inTransaction(ctx, async (ctx) => {
        await ctx.db.execute(sql`insert into heard (event_id) values (${row.event_id}::uuid)`);
      });
      await ctx.db.execute(sql`
        update outbox_deliveries set delivered_at = now(), attempts = attempts + 1
        where event_id = ${row.event_id}::uuid`);
      return false;
    });
    if (done) return;
  }
}
