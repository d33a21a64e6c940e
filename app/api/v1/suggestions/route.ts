import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { suggestCharging } from "@/lib/insight/suggestions";
import { SuggestCharging, Suggestions } from "@/lib/insight/suggestions/schema";

export const GET = endpoint({
  tag: "Suggestions",
  summary: "Ask where and when one would best charge",
  description:
    "The best five stations within 25 km of `near`, else of the stations of the caller's last 10 sessions, each with its best time between `from` and `to` (48 hours at most) that can be booked now. `minutes` and `kwh` are the caller's own medians where they are left out. Each score is a sum of whole points: `parts` says how many of how many, and why. Reviews and reported faults are no part of it yet.",
  permission: "suggestion.read",
  query: SuggestCharging,
  returns: Suggestions,
  examples: [
    { name: "As one usually charges" },
    { name: "Around a position", query: { near: "42.6526,-73.7562" } },
    {
      name: "An hour and 30 kWh tomorrow afternoon",
      query: {
        near: "42.6526,-73.7562",
        from: "2026-06-02T16:00:00Z",
        to: "2026-06-02T21:00:00Z",
        minutes: "60",
        kwh: "30",
      },
    },
  ],
  run: (ctx, { query }) => suggestCharging(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
