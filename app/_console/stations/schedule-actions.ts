"use server";

import { z } from "zod";

import { action } from "@/lib/http/action";
import {
  addHold,
  previewHold,
  previewSchedule,
  readLocalHold,
  removeHold,
  setSchedule,
  updateHold,
} from "@/lib/sites/schedules";
import { LocalHold, SetSchedule } from "@/lib/sites/schedules/schema";

const permission = "schedule.manage";
const stationId = z.uuid();
const holdId = z.uuid();
const body = z.strictObject({ stationId, schedule: SetSchedule });

export const preview = action({
  permission,
  body,
  run: (ctx, { schedule, ...station }) => previewSchedule(ctx, { ...station, ...schedule }),
});
export const save = action({
  permission,
  body,
  run: (ctx, { schedule, ...station }) => setSchedule(ctx, { ...station, ...schedule }),
});
export const previewOneHold = action({
  permission,
  body: LocalHold.omit({ reason: true }).extend({ stationId, holdId: holdId.optional() }),
  run: async (ctx, hold) => previewHold(ctx, await readLocalHold(ctx, hold)),
});
export const addOneHold = action({
  permission,
  body: LocalHold.extend({ stationId }),
  run: async (ctx, hold) => addHold(ctx, await readLocalHold(ctx, hold)),
});
export const changeHold = action({
  permission,
  body: LocalHold.extend({ stationId, holdId }),
  run: async (ctx, hold) => updateHold(ctx, await readLocalHold(ctx, hold)),
});
export const dropHold = action({
  permission,
  body: z.strictObject({ stationId, holdId }),
  run: removeHold,
});
