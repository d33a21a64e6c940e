import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readCash } from "@/lib/insight/reports";
import { CashReport, ReadCash } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read what operators took in cash",
  description:
    "By day, operator and currency: what sessions paid in cash came to, what was received, given back, kept and is still due. They count on the day they ended. Days are those of the business's time zone; the last 30 where none are given, at most 366.",
  permission: "report.read",
  query: ReadCash,
  returns: CashReport,
  examples: [
    { name: "As it is" },
    {
      name: "A week at one station",
      query: { from: "2026-05-25", to: "2026-05-31", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readCash(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
