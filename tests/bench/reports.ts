import { createDatabase } from "@/db/client";
import { businesses } from "@/db/schema/businesses";
import { seedDemo } from "@/db/seed";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { readUtilization } from "@/lib/insight/reports";
import { lastDays } from "@/lib/insight/reports/rules";
import { ReadReport } from "@/lib/insight/reports/schema";
import { sumOffered } from "@/lib/insight/reports/store/series";
import { makeContext } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testEnvironment } from "../support/server";
import { makeUser, testConfig } from "../support/world";
import { type Figure, percentile, timed } from "./figures";

const zones = ["America/New_York", "Europe/London", "Asia/Colombo"];
const waiting = 272;

/** The utilization of a month over the demo's slots, while many businesses wait for approval, on one connection. */
export async function reports(): Promise<Figure[]> {
  const databaseUrl = await createTestDatabase();
  const env = { ...testEnvironment(databaseUrl, "http://localhost"), BAYBOOK_DEMO: "1" };
  await seedDemo({ databaseUrl, env, log: () => {} });
  const { db, sql, close } = createDatabase(databaseUrl, { max: 1 });
  try {
    await db.insert(businesses).values(
      Array.from({ length: waiting }, (_, at) => ({
        id: newId(),
        name: `Waiting ${at}`,
        contactName: "Ada",
        contactEmail: `waiting${at}@example.test`,
        contactPhone: "+12125550100",
        timeZone: zones[at % zones.length] ?? "UTC",
        status: "PendingApproval" as const,
        createdAt: new Date(),
      })),
    );
    await sql`analyze`;
    const actor = await makeUser(db, "SystemAdmin");
    const ctx = makeContext({ db, actor, config: testConfig });
    const asItWas = await both(() => offered(ctx));
    const now = await both(() => readUtilization(ctx, ReadReport.parse({})));
    const bench = `a report while ${waiting} requests wait`;
    return [
      {
        bench,
        what: "the offered time alone, its plan kept for any values, as it was",
        figure: `${asItWas.first} ms, from the 7th on ${asItWas.later} ms`,
        reach: "–",
        reached: true,
      },
      {
        bench,
        what: "the whole report, planned for its values",
        figure: `${now.first} ms, from the 7th on ${now.later} ms`,
        reach: "from the 7th on ≤ 2 times",
        reached: now.later <= 2 * now.first,
      },
    ];
  } finally {
    await close();
    await dropTestDatabase(databaseUrl);
  }
}

/** Five for the values asked for, and, once the server may keep a plan, five more: the middle of each. */
async function both(work: () => Promise<unknown>): Promise<{ first: number; later: number }> {
  await work();
  const first = await timed(4, work);
  await timed(1, work);
  const later = await timed(5, work);
  return { first: Math.round(percentile(first, 0.5)), later: Math.round(percentile(later, 0.5)) };
}

const offered = (ctx: Context) =>
  sumOffered(ctx, scopeOf(ctx, "report.read"), {
    ...lastDays(ctx.clock.now(), "UTC", 30),
    groupBy: "day",
  });
