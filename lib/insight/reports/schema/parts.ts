import { z } from "zod";

/** How a report's rows are made: one for each day, week from Monday, month or station. */
export const groupBy = z.enum(["day", "week", "month", "station"]);
export type GroupBy = z.infer<typeof groupBy>;

export const rate = z.number().min(0).nullable();

/** The days that a report covers, and whose days they are; null where each business has its own. */
export const covered = {
  from: z.iso.date(),
  to: z.iso.date(),
  groupBy,
  timeZone: z.string().nullable(),
};
/** The first day of the day or week, the month, or the station's id; and the station's name. */
export const keyed = { key: z.string(), name: z.string().nullable() };

export const missed = { due: z.int(), noShows: z.int(), rate };

/** The same in all of as many days right before. */
export const before = <T extends z.ZodRawShape>(total: T) =>
  z.object({ from: z.iso.date(), to: z.iso.date(), total: z.object(total) });
