import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listMapPlaces } from "@/lib/sites/stations";
import { ListMapPlaces, MapPlaces } from "@/lib/sites/stations/schema";

export const GET = endpoint({
  tag: "Stations",
  summary: "Draw stations on a map",
  description: "Each station where they are few, else how many stand together at the zoom.",
  permission: "station.read",
  query: ListMapPlaces,
  returns: MapPlaces,
  cache: "public",
  run: (ctx, { query }) => listMapPlaces(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
