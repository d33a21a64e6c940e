import { z } from "zod";

import { day, idOf, instantView } from "@/lib/core/fields";
import { Lowering } from "@/lib/sites/schedules/schema";

import { bookingStatus } from "./states";

export const ReadDailyCapacity = z.object({
  stationId: idOf("station_id"),
  /** A day in the station's zone. */
  date: day,
});
export type ReadDailyCapacity = z.infer<typeof ReadDailyCapacity>;

export const DailyCapacity = z.object({
  date: z.iso.date(),
  stationId: z.uuid(),
  timeZone: z.string(),
  slots: z.array(
    z.object({
      startsAt: instantView,
      endsAt: instantView,
      capacity: z.int(),
      reserved: z.int(),
      held: z.int(),
      /** Places of those reserved that are held for an owner for a short time. */
      offered: z.int(),
      remaining: z.int(),
      /** The same by group of places that are alike: by their plugs and power. */
      groups: z.array(
        z.object({
          standards: z.array(z.string()),
          maxPowerKw: z.number().nullable(),
          capacity: z.int(),
          reserved: z.int(),
          held: z.int(),
          remaining: z.int(),
        }),
      ),
      /** How many bookings of each status overlap the slot; those with none are left out. */
      byStatus: z.partialRecord(bookingStatus, z.int()),
      /** What takes places from it, and why. */
      heldBy: z.array(Lowering),
    }),
  ),
});
export type DailyCapacity = z.infer<typeof DailyCapacity>;
