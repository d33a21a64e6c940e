import { windowsOverlap } from "./check-windows";
import { stationDays } from "./find-station-days";
import { rebuildSlots } from "./rebuild-slots";
import { setWeeklyHours } from "./set-weekly-hours";
import { openNow } from "./store/openings";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { stationDays, windowsOverlap, setWeeklyHours, rebuildSlots, openNow };
