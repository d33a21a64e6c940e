import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readRevenue } from "@/lib/insight/reports";
import { RevenueReport, ReadReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read what sessions came to",
  description:
    "Finalized sessions on the day they ended, tax included, one sum a currency. Days are those of the business's time zone; the last 30 where none are given, at most 1,830. `before` is as many days right before.",
  permission: "report.read",
  query: ReadReport,
  returns: RevenueReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month at one station",
      query: { from: "2026-05-01", to: "2026-05-31", groupBy: "week", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readRevenue(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
