import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readEnergy } from "@/lib/insight/reports";
import { EnergyReport, ReadReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read the energy of sessions and the CO₂ it saved",
  description:
    "Finalized sessions on the day they ended. CO₂ is reckoned against petrol with the factors in `basis`, which are settings. Days are those of the business's time zone; the last 30 where none are given, at most 1,830. `before` is as many days right before.",
  permission: "report.read",
  query: ReadReport,
  returns: EnergyReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month",
      query: { from: "2026-05-01", to: "2026-05-31", groupBy: "week", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readEnergy(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
