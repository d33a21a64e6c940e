import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readStations } from "@/lib/insight/reports";
import { StationsReport, ReadStations } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read the stations with the most sessions",
  description:
    "What happened at each, the most sessions first; the last 30 days where none are given.",
  permission: "report.read",
  query: ReadStations,
  returns: StationsReport,
  examples: [
    { name: "As it is" },
    { name: "A month", query: { from: "2026-05-01", to: "2026-05-31", limit: "5" } },
  ],
  run: (ctx, { query }) => readStations(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
