import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { endReportSubscription } from "@/lib/insight/reports";

export const DELETE = endpoint({
  tag: "Reports",
  summary: "Have a report mailed no more",
  permission: "report.subscribe",
  params: z.object({ id: z.uuid() }),
  status: 204,
  run: (ctx, { params }) => endReportSubscription(ctx, params),
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });
