import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { slotMinutes, Week } from "@/lib/core/opening-hours";
import {
  changedPhone,
  idOf,
  instantView,
  lineOfText,
  location,
  pageOfText,
  partOfLine,
  phoneNumber,
  placeView,
  reasonText,
  siteLocation,
  timeZoneName,
  within,
} from "@/lib/core/fields";
import {
  ConnectorInput,
  connectorStatus,
  KnownConnector,
  mostConnectors,
} from "./schema/connectors";
import { StationImage } from "./schema/images";
import { approval, currentType, stationAction, stationNeed, stationStatus } from "./schema/states";
import { PricingInput, PricingView } from "@/lib/money/tariffs/schema";

export {
  ConnectorInput,
  ConnectorKinds,
  connectorStatus,
  mostPowerKw,
  UpdateConnector,
  type ConnectorStatus,
  type KnownConnector,
} from "./schema/connectors";
export { AddStationImage, mostImages, StationImage, UpdateStationImage } from "./schema/images";
export { NearbyStations, ReadMapPlaces, SearchStations } from "./schema/searches";
export {
  approval,
  currentType,
  outageSource,
  stationAction,
  stationNeed,
  stationStatus,
  type Approval,
  type CurrentType,
  type StationAction,
  type StationNeed,
  type StationStatus,
} from "./schema/states";
export { ImportedRow, ImportFile, ImportOptions, ImportReport } from "./schema/imports";

export const SearchAddresses = z.strictObject({
  q: partOfLine(200).min(3, fault("address_too_short", { least: 3 })),
});
export type SearchAddresses = z.infer<typeof SearchAddresses>;
export const Address = z.object({ name: z.string(), location });
export type Address = z.infer<typeof Address>;
const atMost = fault("at_most", { most: mostConnectors });
const few = within(z.int(), 1, mostConnectors);
const some = <T extends z.ZodType>(one: T) =>
  z.union([few, z.array(one).min(1, fault("no_connectors")).max(mostConnectors, atMost)]);

const description = pageOfText(2_000);
/** A new station (api.md, Station). */
export const CreateStation = z.strictObject({
  name: lineOfText(160),
  address: lineOfText(300).optional(),
  location: siteLocation,
  type: currentType,
  connectors: some(ConnectorInput),
  timeZone: timeZoneName.optional(),
  defaultSlotMinutes: slotMinutes.optional(),
  approval: approval.optional(),
  pricing: PricingInput.optional(),
  amenities: z.array(lineOfText(60)).max(40).optional(),
  description: description.optional(),
  phone: phoneNumber.optional(),
  /** The week's opening hours; without, nothing can be booked before a schedule is set. */
  hours: Week.optional(),
  /** Made Inactive, it becomes Active by itself once it has a connector, a price and opening hours. */
  opensWhenReady: z.boolean().optional(),
  businessId: idOf("business_id").optional(),
});
export type CreateStation = z.infer<typeof CreateStation>;
/**
 * A change: what is not named stays, what is null goes. It may be the whole body that the station was made with; the
 * business is whose it is already.
 */
export const UpdateStation = CreateStation.partial().extend({
  connectors: some(KnownConnector).optional(),
  description: description.nullish(),
  phone: changedPhone.nullish(),
  status: stationStatus.optional(),
});
export type UpdateStation = z.infer<typeof UpdateStation>;
const reason = reasonText.optional();
export const SetStationStatus = z.strictObject({ status: stationStatus, reason });
export type SetStationStatus = z.infer<typeof SetStationStatus>;
// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export const ConnectorView = z.object({
  id: z.uuid(),
  number: z.int(),
  ...placeView,
  status: connectorStatus,
});
export type ConnectorView = z.infer<typeof ConnectorView>;
/** A time with a place: whole slots one after the other, and how many cars can still be booked for all of them. */
const FreeTime = z.object({ startsAt: instantView, endsAt: instantView, places: z.int() });
/** What a list and a station's own page say alike. */
const facts = {
  id: z.uuid(),
  businessId: z.uuid().nullable(),
  name: z.string(),
  address: z.string(),
  location,
  timeZone: z.string(),
  type: currentType,
  status: stationStatus,
  /** Whether it is Inactive only until nothing that drivers need is missing. */
  opensWhenReady: z.boolean(),
  /** Whether a business runs it, and whether drivers can book there now, because it is not closed either. */
  bookable: z.boolean(),
  takesBookings: z.boolean(),
};

export const StationView = z.object({
  ...facts,
  slotMinutes: z.int(),
  approval,
  connectors: z.array(ConnectorView),
  pricing: PricingView.nullable(),
  amenities: z.array(z.string()),
  description: z.string().nullable(),
  phone: z.string().nullable(),
  network: z.string().nullable(),
  /** The week of its schedule; null where none was set. */
  hours: Week.nullable(),
  hoursNote: z.string().nullable(),
  /** What nobody can book without, and it has not. */
  missing: z.array(stationNeed),
  images: z.array(StationImage),
  /** What its reviews come to, 1 to 5 with one decimal; null while there are fewer than three. */
  rating: z.object({ average: z.number(), count: z.int() }).nullable(),
  /** What the caller may do with it now; bookings that are still to come refuse `deactivate` when it is done. */
  can: z.array(stationAction),
});
export type StationView = z.infer<typeof StationView>;
export const StationListItem = z.object({
  ...facts,
  approval,
  connectors: z.int(),
  /** Those of them that suit the plug and the power that are asked for; all where neither is. */
  suiting: z.int(),
  /** Where they are asked for with `include=connectors,hours`. */
  connectorList: z.array(ConnectorView).optional(),
  hours: StationView.shape.hours.optional(),
  /** The most that one of those that suit gives. */
  maxPowerKw: z.number().nullable(),
  pricing: PricingView.nullable(),
  distanceKm: z.number().nullable(),
  distanceMeters: z.int().nullable(),
  /** Its first picture, at `images/{id}` of the station; null where it has none. */
  imageId: z.uuid().nullable(),
  /** The time that is asked for, else the next within 7 days that has a place; null for none. */
  free: FreeTime.nullable(),
  /** The next 7 days in the station's zone: slots still to begin, those of them with a place, and all places left. */
  availability: z.array(
    z.object({
      date: z.iso.date(),
      slots: z.int(),
      freeSlots: z.int(),
      freeCapacity: z.int(),
    }),
  ),
});
export type StationListItem = z.infer<typeof StationListItem>;
/** A spot on the map: a station, or several that stand close together. */
export const MapPlace = z.object({
  lat: z.number(),
  lng: z.number(),
  count: z.int(),
  bookable: z.boolean(),
  station: z
    .object({
      id: z.uuid(),
      name: z.string(),
      type: currentType,
      timeZone: z.string(),
      /** As a list says it. */
      free: FreeTime.nullable(),
    })
    .nullable(),
});
export type MapPlace = z.infer<typeof MapPlace>;
export const MapPlaces = z.object({
  places: z.array(MapPlace),
  /** west, south, east, north of all that was found; null for nothing. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});
export type MapPlaces = z.infer<typeof MapPlaces>;
