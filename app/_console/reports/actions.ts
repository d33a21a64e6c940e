"use server";

import { z } from "zod";

import { action } from "@/lib/http/action";
import { endReportSubscription, subscribeReport } from "@/lib/insight/reports";
import { SubscribeReport } from "@/lib/insight/reports/schema";

const permission = "report.subscribe";

export const subscribe = action({ permission, body: SubscribeReport, run: subscribeReport });
export const unsubscribe = action({
  permission,
  body: z.strictObject({ id: z.uuid() }),
  run: endReportSubscription,
});
