import { reportSubscriptions } from "@/db/schema/reports";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

import { testStart } from "./world";

/** A report that the person wants every Monday, inserted as it is; answers its id. */
export async function madeReportSubscription(
  db: Db,
  userId: string,
  {
    id = newId(),
    at = testStart,
    ...set
  }: Partial<typeof reportSubscriptions.$inferInsert> & {
    at?: Date;
  } = {},
): Promise<string> {
  await db.insert(reportSubscriptions).values({
    id,
    userId,
    report: "revenue",
    groupBy: "day",
    format: "xlsx",
    mailedOn: "2026-06-01",
    createdAt: at,
    ...set,
  });
  return id;
}
