import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readMapPlaces } from "@/lib/sites/stations";
import { ReadMapPlaces, MapPlaces } from "@/lib/sites/stations/schema";

export const GET = endpoint({
  tag: "Stations",
  summary: "Draw stations on a map",
  description: "Each station where they are few, else how many stand together at the zoom.",
  permission: "station.read",
  query: ReadMapPlaces,
  returns: MapPlaces,
  cache: "public",
  run: (ctx, { query }) => readMapPlaces(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
