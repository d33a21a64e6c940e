import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches, Matches } from "@/lib/insight/search/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Search stations, bookings and people",
  description:
    "At most 8 of a kind, of what the caller's lists show: stations by name or address, bookings by number, and for staff drivers by name or identity number (whole or its beginning), operators and businesses. With `from`, `to` or `stationId`, also bookings of those days and there, by their driver or the station's name. An operator finds what is of today by the station's own clock: its bookings, always also by their driver's name, phone, identity number or plate, and those drivers.",
  permission: "search.read",
  query: ReadMatches,
  returns: Matches,
  examples: [
    { name: "A station", query: { q: "Albany" } },
    { name: "A booking", query: { q: "BK-7F3K" } },
    {
      name: "A driver's bookings of a month",
      as: "Backoffice",
      query: { q: sample.ownerNic, from: "2026-06-01", to: "2026-06-30" },
    },
  ],
  run: (ctx, { query }) => readMatches(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
