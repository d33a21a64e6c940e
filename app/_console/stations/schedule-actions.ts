"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
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

const sendPreview = action({
  permission,
  body,
  run: (ctx, { schedule, ...station }) => previewSchedule(ctx, { ...station, ...schedule }),
});
const sendSave = action({
  permission,
  body,
  run: (ctx, { schedule, ...station }) => setSchedule(ctx, { ...station, ...schedule }),
});
const sendHoldPreview = action({
  permission,
  body: LocalHold.omit({ reason: true }).extend({ stationId, holdId: holdId.optional() }),
  run: async (ctx, hold) => previewHold(ctx, await readLocalHold(ctx, hold)),
});
const sendAdd = action({
  permission,
  body: LocalHold.extend({ stationId }),
  run: async (ctx, hold) => addHold(ctx, await readLocalHold(ctx, hold)),
});
const sendChange = action({
  permission,
  body: LocalHold.extend({ stationId, holdId }),
  run: async (ctx, hold) => updateHold(ctx, await readLocalHold(ctx, hold)),
});
const sendRemove = action({
  permission,
  body: z.strictObject({ stationId, holdId }),
  run: removeHold,
});

export async function preview(input: unknown) {
  return sendPreview(input);
}

export async function save(input: unknown) {
  return sendSave(input);
}

export async function previewOneHold(input: unknown) {
  return sendHoldPreview(input);
}

export const addOneHold: DeedAction = async (input) => sendAdd(input);
export const changeHold: DeedAction = async (input) => sendChange(input);
export const dropHold: DeedAction = async (input) => sendRemove(input);
