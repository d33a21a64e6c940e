import { coreStation, coreStationBody, coreStationListItem } from "@/lib/http/core/stations";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsStations, evcmsWriteStation } from "@/lib/http/evcms/stations";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { createStation, searchStations } from "@/lib/sites/stations";
import {
  CreateStation,
  SearchStations,
  StationListItem,
  StationView,
} from "@/lib/sites/stations/schema";

export const GET = endpoint({
  tag: "Stations",
  summary: "Find stations",
  description:
    "Around `near` within `radius` kilometres (25 by default), by type, text, and free over a whole range; each " +
    "with the next 7 days' slots and places. `mine=true` lists the stations that staff manage, Inactive ones too; `all=true`, for a SystemAdmin, every one.",
  permission: "station.read",
  core: { names: "Station", view: coreStationListItem },
  evcms: evcmsStations,
  query: SearchStations,
  returns: StationListItem,
  paged: true,
  cache: "public",
  examples: [
    {
      name: "DC within 25 km of Albany",
      query: { near: "42.6526,-73.7562", radius: "25", type: "DC" },
    },
    {
      name: "Free tomorrow morning",
      query: { availableFrom: "2026-06-02T13:00:00Z", availableTo: "2026-06-02T14:00:00Z" },
    },
  ],
  run: (ctx, { query }) => searchStations(ctx, query),
});

export const POST = endpoint({
  tag: "Stations",
  summary: "Make a station",
  description: "`connectors` is a list, or a number: so many of the usual kind for the type.",
  permission: "station.manage",
  core: { names: "Station", body: coreStationBody, view: coreStation },
  evcms: evcmsWriteStation,
  body: CreateStation,
  aliases: { backofficeId: "businessId" },
  returns: StationView,
  status: 201,
  location: ({ id }) => `/api/v1/stations/${id}`,
  examples: [
    {
      name: "Four fast connectors",
      as: "Backoffice",
      body: {
        name: "Albany Pier",
        address: "1 Quay Street, Albany, NY 12207",
        location: { lat: 42.6502, lng: -73.7469 },
        type: "DC",
        connectors: 4,
        timeZone: "America/New_York",
        defaultSlotMinutes: 60,
        approval: "Auto",
        pricing: {
          mode: "Energy",
          currency: "USD",
          perKwh: "0.45",
          perHour: "6.00",
          taxPercent: 8,
          lateCancelFee: "5.00",
        },
        amenities: ["Restrooms", "Coffee"],
      },
    },
    {
      name: "Connectors one by one, made by the platform",
      as: "SystemAdmin",
      body: {
        name: "Troy Library",
        address: "100 Second Street, Troy, NY 12180",
        location: { lat: 42.7284, lng: -73.6918 },
        type: "AC",
        connectors: [
          { number: 1, standard: "IEC_62196_T1", maxPowerKw: 7.4 },
          { number: 2, standard: "IEC_62196_T2", maxPowerKw: 22 },
        ],
        timeZone: "America/New_York",
        businessId: sample.businessId,
      },
    },
  ],
  run: (ctx, { body }) => createStation(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
