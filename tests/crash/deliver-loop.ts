import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import { systemClock } from "@/lib/core/clock";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { deliverEvents } from "@/lib/records/outbox";
import type { Subscriber } from "@/lib/records/outbox/inside";

import { testConfig } from "../support/world";

/** What a worker does with events, in a process of its own that can be killed: writes them down, and says each. */
const subscriber: Subscriber = {
  name: "ledger",
  on: ["station.changed"],
  run: async (ctx, { id, subject }) => {
    await ctx.db.execute(
      sql`insert into heard (event_id, subject) values (${id}::uuid, ${subject})`,
    );
    // Only said once it is out: what waits in this process for a slow listener would die with it.
    await new Promise((said) => process.stdout.write(`${id}\n`, said));
  },
};

const { db } = createDatabase(process.env.DATABASE_URL ?? "", { max: 2 });
const actor = jobActor("outbox");
const ctx = makeContext({ db, actor, clock: systemClock, config: testConfig });
process.stdout.write("ready\n");
while (process.ppid > 1) {
  await deliverEvents(ctx, [subscriber]);
  await sleep(20);
}
process.exit(0);
