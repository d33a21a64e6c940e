import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readOwners } from "@/lib/insight/reports";
import { OwnersReport, ReadStarts } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read how many drivers came again",
  description: "Drivers with completed bookings on the days, and those with more than one.",
  permission: "report.read",
  query: ReadStarts,
  returns: OwnersReport,
  examples: [
    { name: "As it is" },
    {
      name: "A month",
      query: { from: "2026-05-01", to: "2026-05-31", stationId: sample.stationId },
    },
  ],
  run: (ctx, { query }) => readOwners(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
