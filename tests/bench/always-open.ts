import { schedules } from "@/db/schema/schedules";
import type { Db } from "@/lib/core/context";

import { makeStation, testStart } from "../support/world";

/** Makes a station that is open day and night, and answers its id. */
export async function openAlways(
  db: Db,
  businessId: string,
  options: Parameters<typeof makeStation>[2],
): Promise<string> {
  const { id } = await makeStation(db, businessId, options);
  const allDay = [{ start: "00:00", end: "24:00" }];
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const weekly = Object.fromEntries(names.map((name) => [name, allDay]));
  await db.insert(schedules).values({ stationId: id, weekly, updatedAt: testStart });
  return id;
}
