import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readUtilization } from "@/lib/insight/reports";
import { UtilizationReport, ReadReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read how much of the offered time was booked",
  description:
    "Minutes times places that slots offered, and minutes that bookings took on the day they start. Days are those of the business's time zone; the last 30 where none are given, at most 1,830. `before` is as many days right before.",
  permission: "report.read",
  query: ReadReport,
  returns: UtilizationReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month at one station",
      query: { from: "2026-05-01", to: "2026-05-31", groupBy: "week", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readUtilization(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
