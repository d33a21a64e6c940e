import { z } from "zod";

/** What a driver cannot book without. */
export const stationNeed = z.enum(["Connectors", "Price", "Hours"]);
export type StationNeed = z.infer<typeof stationNeed>;
export const stationStatus = z.enum(["Active", "Inactive", "Maintenance"]);
export type StationStatus = z.infer<typeof stationStatus>;
/** Everything that is done to a station, or at it, by its status; `rules.ts` says who, from where and to what. */
export const stationAction = z.enum(["activate", "maintain", "deactivate", "book"]);
export type StationAction = z.infer<typeof stationAction>;
export const currentType = z.enum(["AC", "DC"]);
export type CurrentType = z.infer<typeof currentType>;
export const approval = z.enum(["Manual", "Auto"]);
export type Approval = z.infer<typeof approval>;
export const outageSource = z.enum(["Fault", "Maintenance", "Unavailable", "WalkUp"]);
