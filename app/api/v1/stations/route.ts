import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { createStation, searchStations } from "@/lib/stations";
import { CreateStation, SearchStations, StationListItem, StationView } from "@/lib/stations/schema";

export const GET = endpoint({
  tag: "Stations",
  summary: "Find stations",
  description:
    "Around `near` within `radius` kilometres (25 by default), by type, text, and free over a whole range; each " +
    "with the next 7 days' slots and places. `mine=true` lists the stations that staff manage, Inactive ones too.",
  permission: "station.read",
  core: "Station",
  query: SearchStations,
  returns: StationListItem,
  paged: true,
  run: (ctx, { query }) => searchStations(ctx, query),
});

export const POST = endpoint({
  tag: "Stations",
  summary: "Make a station",
  description: "`connectors` is a list, or a number: so many of the usual kind for the type.",
  permission: "station.manage",
  core: "Station",
  body: CreateStation,
  aliases: { backofficeId: "businessId" },
  returns: StationView,
  status: 201,
  location: ({ id }) => `/api/v1/stations/${id}`,
  run: (ctx, { body }) => createStation(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
