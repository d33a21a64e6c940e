import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readReportSubscriptions, subscribeReport } from "@/lib/insight/reports";
import { ReportSubscriptionView, SubscribeReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "List the reports that come to oneself by mail",
  permission: "report.subscribe",
  returns: z.array(ReportSubscriptionView),
  run: (ctx) => readReportSubscriptions(ctx),
});

export const POST = endpoint({
  tag: "Reports",
  summary: "Have a report mailed every Monday",
  description:
    "To oneself, at 07:00 by the clocks of one's business (of the platform for a SystemAdmin), from the next Monday " +
    "on: the figures of the week before beside those of the week before that, with the report as a file. Ten a " +
    "person. It ends by itself for whoever may not read the report any more, and by one click in each mail. Asked " +
    "for anew, mails about reports come again where they had been ended.",
  permission: "report.subscribe",
  body: SubscribeReport,
  returns: ReportSubscriptionView,
  status: 201,
  examples: [
    { name: "Revenue by day, as a spreadsheet", body: { report: "revenue" } },
    {
      name: "No-shows by station, as a PDF",
      body: { report: "no-shows", groupBy: "station", format: "pdf" },
    },
  ],
  run: (ctx, { body }) => subscribeReport(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
