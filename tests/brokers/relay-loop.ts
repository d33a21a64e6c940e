import { setTimeout as sleep } from "node:timers/promises";

import { createDatabase } from "@/db/client";
import { systemClock } from "@/lib/core/clock";
import { relayEvents } from "@/lib/insight/broker";
import { brokerOf } from "@/lib/process/broker";

import { relayContext } from "../rooms/insight/broker/setting";

/** What a worker does with a broker, in a process of its own that can be killed; says how many it has sent. */
const url = process.env.BROKER_URL ?? "";
const { db } = createDatabase(process.env.DATABASE_URL ?? "", { max: 2 });
const ctx = relayContext(db, systemClock);
const broker = brokerOf(url);
process.stdout.write("ready\n");
while (process.ppid > 1) {
  const sent = await relayEvents(ctx, {
    ...broker,
    // So that there is a middle of a batch to be killed in.
    send: async (messages) => {
      const answer = await broker.send(messages);
      process.stdout.write(`${messages.length}\n`);
      await sleep(30);
      return answer;
    },
  }).catch(() => null);
  await sleep(sent?.delivered ? 5 : 50);
}
process.exit(0);
