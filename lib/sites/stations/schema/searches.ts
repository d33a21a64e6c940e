import { z } from "zod";

import {
  boxText,
  freeRange,
  idOf,
  inDigits,
  instant,
  lineOfText,
  needAsked,
  positionText,
  searchText,
  severalOf,
  sortBy,
  within,
} from "@/lib/core/fields";
import { fault } from "@/lib/core/fault";

import { currentType, stationStatus } from "./states";

const tooFar = fault("radius", { most: 1_000 });
const asType = z.enum(currentType.options, fault("current_type"));
/** Things on site in an address, repeated or parted by commas, in any letter case. */
const amenities = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.split(",")))
  .pipe(z.array(lineOfText(60)).max(10))
  .optional();
/** What narrows a search further, by whichever place and kind. */
const more = {
  /** The most for a kWh, in the currency of each station. */
  maxPricePerKwh: inDigits(within(z.number(), 0, 1_000_000)).optional(),
  /** All of which a station has. */
  amenities,
  /** Only those whose hours say that they are open now. */
  openNow: z.stringbool().optional(),
  /** Only those that take bookings, or only the others. */
  bookable: z.stringbool().optional(),
  /** One of the caller's own cars: only places with a plug that fits it. */
  vehicleId: idOf("vehicle_id").optional(),
  /** Only the caller's favourites. */
  favourite: z.stringbool().optional(),
};
const filters = {
  type: z.string().toUpperCase().pipe(asType).optional(),
  search: searchText.optional(),
  availableFrom: instant.optional(),
  availableTo: instant.optional(),
  near: positionText.optional(),
  radius: inDigits(z.number().positive().max(1_000, tooFar)).optional(),
  ...needAsked,
  ...more,
};
/** What is heavy and only there for who asks: each connector by itself, the week's hours. */
const include = severalOf(z.enum(["connectors", "hours"])).optional();
/** `radius` in kilometres around `near`; free over the whole of the given range. */
export const SearchStations = z
  .object({
    ...filters,
    status: stationStatus.optional(),
    businessId: idOf("business_id").optional(),
    /** Only stations that the caller manages or is assigned to. */
    mine: z.stringbool().optional(),
    /** Every station there is, Inactive ones too: for a SystemAdmin alone. */
    all: z.stringbool().optional(),
    include,
    /** `bookable`: those that take bookings first, then by distance or name. */
    sort: sortBy("name", "createdAt", "bookable").optional(),
  })
  .refine(...freeRange);
export type SearchStations = z.infer<typeof SearchStations>;
/** `radius` in metres. */
export const NearbyStations = z.object({
  latitude: inDigits(within(z.number(), -90, 90)),
  longitude: inDigits(within(z.number(), -180, 180)),
  radius: inDigits(z.number().positive().max(1_000_000)).default(5_000),
  type: filters.type,
  ...needAsked,
  ...more,
  include,
});
export type NearbyStations = z.infer<typeof NearbyStations>;
export const ReadMapPlaces = z
  .object({
    ...filters,
    zoom: inDigits(within(z.int(), 0, 22)).default(6),
    bbox: boxText.optional(),
  })
  .refine(...freeRange);
export type ReadMapPlaces = z.infer<typeof ReadMapPlaces>;
