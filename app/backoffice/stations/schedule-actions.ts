"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import { instantAt } from "@/lib/core/time-zones";
import { action } from "@/lib/http/action";
import { addHold, previewSchedule, removeHold, setSchedule, updateHold } from "@/lib/schedules";
import { SetHold, SetSchedule } from "@/lib/schedules/schema";

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
const sendAdd = action({ permission, body: SetHold.safeExtend({ stationId }), run: addHold });
const sendChange = action({
  permission,
  body: SetHold.safeExtend({ stationId, holdId }),
  run: updateHold,
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

/** A hold as the form has it: times of the station's clock, `YYYY-MM-DDTHH:mm`. */
function holdOf({ timeZone, startsAt, endsAt, connectors, ...rest }: Record<string, unknown>) {
  const instant = (text: unknown) => {
    const [day, time] = String(text ?? "").split("T");
    return day && time ? instantAt(day, time.slice(0, 5), String(timeZone)).toISOString() : "";
  };
  return {
    ...rest,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    connectors: Number(connectors),
  };
}

export const addOneHold: DeedAction = async (input) => sendAdd(holdOf(input));
export const changeHold: DeedAction = async (input) => sendChange(holdOf(input));
export const dropHold: DeedAction = async (input) => sendRemove(input);
