import { z } from "zod";

import { moneyView } from "@/lib/core/fields";

/** What a driver's car did in completed sessions (operations.md, 6.1). */
export const VehicleStats = z.object({
  totalSessions: z.int(),
  energyKwh: z.number(),
  /** What was charged, in each currency. */
  costs: z.array(moneyView),
  /** How long a session took; null where there was none. */
  averageMinutes: z.int().nullable(),
  /** Against petrol; below 0 where the grid's power made more. */
  co2SavedKg: z.number(),
  /** What that was reckoned with. */
  basis: z.object({
    kwhPer100Km: z.number(),
    /** Whether that is the car's own figure, and not that of a usual one. */
    isOwn: z.boolean(),
    petrolGramsPerKm: z.number(),
    gridGramsPerKwh: z.number(),
  }),
});
export type VehicleStats = z.infer<typeof VehicleStats>;
