import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { suggestOperations } from "@/lib/insight/suggestions";
import { Operations, SuggestOperations } from "@/lib/insight/suggestions/schema";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Suggestions",
  summary: "Ask what an office would best do about its stations",
  description:
    "The quietest two hours of the next 7 days for work, hours that were sold out in at least 3 of the last 4 weeks, and connectors that fail at least twice as often as their station in 30 days; five of each at most, each with its numbers. Of the 50 busiest stations where none is named. How many were refused in the hours sold out is not told: nobody keeps that.",
  permission: "suggestion.plan",
  query: SuggestOperations,
  returns: Operations,
  examples: [
    { name: "All of an office's" },
    { name: "One station's", query: { stationId: sample.stationId } },
  ],
  run: (ctx, { query }) => suggestOperations(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
