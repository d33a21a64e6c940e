"use server";

import { action } from "@/lib/http/action";
import { closeDates, previewClosing, reopenDates } from "@/lib/sites/schedules";
import { CloseDates } from "@/lib/sites/schedules/schema";

const permission = "schedule.manage";

export const preview = action({ permission, body: CloseDates, run: previewClosing });
export const close = action({ permission, body: CloseDates, run: closeDates });
export const reopen = action({ permission, body: CloseDates, run: reopenDates });
