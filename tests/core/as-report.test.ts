import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { anonymous } from "@/lib/core/actor";
import { asReport, reportShare } from "@/lib/core/as-report";
import type { Context } from "@/lib/core/context";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { testConfig } from "../support/world";

const connections = 5;
const { db } = await testDatabase({ max: connections, work: "request" });
const ctx = makeContext({
  db,
  actor: anonymous,
  config: testConfig,
  reports: reportShare(connections),
});

const settings = async ({ db }: Context) => {
  const [row] = await db.execute<{ plan: string; time: string }>(sql`
    select current_setting('plan_cache_mode') as plan, current_setting('statement_timeout') as time`);
  return row;
};

test("A3: a report's statements are planned for their values and end in time, and others' are as they were", async () => {
  const usual = { plan: "auto", time: "10s" };
  expect(await settings(ctx)).toEqual(usual);
  expect(await asReport(ctx, settings)).toEqual({ plan: "force_custom_plan", time: "8s" });
  for (let turn = 0; turn < connections; turn += 1) expect(await settings(ctx)).toEqual(usual);
});

test("A3: ten slow reports at once have one connection of five, and others wait for none of them", async () => {
  const slow = (ctx: Context) => ctx.db.execute(sql`select pg_sleep(0.1)`);
  let [running, most] = [0, 0];
  const reports = Array.from({ length: 10 }, () =>
    asReport(ctx, async (ctx) => {
      running += 1;
      most = Math.max(most, running);
      await slow(ctx);
      running -= 1;
    }),
  );
  const waited: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const began = performance.now();
    await db.execute(sql`select 1`);
    waited.push(performance.now() - began);
  }
  await Promise.all(reports);
  expect(most).toBe(1);
  expect(waited.toSorted((a, b) => a - b)[10]).toBeLessThan(100);
});
