import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readStarts } from "@/lib/insight/reports";
import { StartsReport, ReadStarts } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read the load by weekday and hour",
  description:
    "How many bookings hold a place in each hour of each weekday, by the station's own clock: a booking counts in every hour that it touches, so one of three hours counts in three. Of bookings that start on the days, canceled and rejected ones aside; `total` says how many those are. The last 8 weeks where no days are given.",
  permission: "report.read",
  query: ReadStarts,
  returns: StartsReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month at one station",
      query: { from: "2026-05-01", to: "2026-05-31", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readStarts(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
