import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readStarts } from "@/lib/insight/reports";
import { StartsReport, ReadStarts } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read on which weekday and hour bookings start",
  description:
    "By the station's own clock; canceled and rejected ones aside. The last 8 weeks where no days are given.",
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
