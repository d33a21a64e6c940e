import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readNoShows } from "@/lib/insight/reports";
import { NoShowReport, ReadReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read how many of the bookings due were no-shows",
  description:
    "Due are bookings that were to start on the day and were neither canceled nor rejected. Days are those of the business's time zone; the last 30 where none are given, at most 1,830. `before` is as many days right before.",
  permission: "report.read",
  query: ReadReport,
  returns: NoShowReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month at one station",
      query: { from: "2026-05-01", to: "2026-05-31", groupBy: "week", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readNoShows(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
