import { createDatabase } from "@/db/client";
import { schedules } from "@/db/schema/schedules";
import type { Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { hours, testClockAt } from "../support/test-clock";
import { makeStation, testConfig, testStart } from "../support/world";

const kind = (standard: string, powerW: number) => ({ standards: [standard], powerW });
/** Four places of one kind, and of three. */
export const alike = Array.from({ length: 4 }, () => kind("IEC_62196_T2_COMBO", 50_000));
export const mixed = [
  ...alike.slice(0, 2),
  kind("IEC_62196_T2_COMBO", 150_000),
  kind("CHADEMO", 50_000),
];

/** How far ahead slots are built. */
export const days = 14;
export const config = {
  ...testConfig,
  settings: { ...testConfig.settings, slotHorizonDays: days },
};
export const clock = testClockAt(testStart);
export const at = (hour: number) => new Date(testStart.getTime() + hours(hour));
export const asJob = (db: Db) => makeContext({ db, actor: jobActor("slots"), clock, config });

/** Does something in a database of its own. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url, { max: 12, name: "bench", work: "command" });
  try {
    return await work(db);
  } finally {
    await close();
    await dropTestDatabase(url);
  }
}

/** A station of these places, open day and night; the `own`-th of those whose hours begin anew at times of their own. */
export async function openStation(
  db: Db,
  businessId: string,
  kinds: typeof alike,
  own?: number,
): Promise<string> {
  const { id } = await makeStation(db, businessId, { places: kinds, approval: "Manual" });
  const allDay = [{ start: "00:00", end: "24:00" }];
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const hoursOf = (day: number) => {
    if (own === undefined) return allDay;
    const parting = `${String(1 + (Math.floor(own / 20 ** day) % 20)).padStart(2, "0")}:00`;
    return [
      { start: "00:00", end: parting },
      { start: parting, end: "24:00" },
    ];
  };
  const weekly = Object.fromEntries(names.map((name, day) => [name, hoursOf(day)]));
  await db.insert(schedules).values({ stationId: id, weekly, updatedAt: testStart });
  return id;
}
