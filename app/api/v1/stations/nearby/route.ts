import { endpoint } from "@/lib/http/endpoint";
import { evcmsStations } from "@/lib/http/evcms/stations";
import { otherMethods } from "@/lib/http/other-methods";
import { nearbyStations } from "@/lib/sites/stations";
import { NearbyStations, StationListItem } from "@/lib/sites/stations/schema";

export const GET = endpoint({
  tag: "Stations",
  summary: "Find stations around a position",
  description: "`radius` is in metres, 5000 by default; nearest first.",
  permission: "station.read",
  evcms: evcmsStations,
  query: NearbyStations,
  returns: StationListItem,
  paged: true,
  beside: "count",
  cache: "public",
  examples: [
    { name: "Within 5 km", query: { latitude: "42.6526", longitude: "-73.7562", radius: "5000" } },
  ],
  run: (ctx, { query }) => nearbyStations(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
