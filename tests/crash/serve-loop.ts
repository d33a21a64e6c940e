import { setTimeout as sleep } from "node:timers/promises";

import { createDatabase } from "@/db/client";
import { serveWaiting } from "@/lib/charging/waiting";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testClockAt } from "../support/test-clock";
import { testConfig } from "../support/world";

/**
 * What a worker does for those who wait, in a process of its own that can be killed, at the test's hour: says when it
 * begins and what came of it. It only begins when it is told to, so that one stands ready for the next that dies.
 */
const { db } = createDatabase(process.env.DATABASE_URL ?? "", { max: 2 });
const clock = testClockAt(process.argv[2] ?? "");
const ctx = makeContext({ db, actor: jobActor("waiting"), clock, config: testConfig });
const say = (words: string) => new Promise((said) => process.stdout.write(`${words}\n`, said));

await say("ready");
await new Promise((told) => process.stdin.once("data", told));
while (process.ppid > 1) {
  await say("begin");
  const { offered, expired } = await serveWaiting(ctx);
  await say(`end ${offered} ${expired}`);
  await sleep(offered + expired > 0 ? 0 : 5);
}
process.exit(0);
