import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readCancellations } from "@/lib/insight/reports";
import { CancellationsReport, ReadReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read how early bookings were canceled",
  description:
    "Canceled bookings that would have started on the days, by the time that was left and by who canceled. Days are those of the business's time zone; the last 30 where none are given, at most 1,830. `before` is as many days right before.",
  permission: "report.read",
  query: ReadReport,
  returns: CancellationsReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month",
      query: { from: "2026-05-01", to: "2026-05-31", groupBy: "week", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readCancellations(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
