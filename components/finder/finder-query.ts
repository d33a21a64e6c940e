import { isStorableYear } from "@/lib/core/storable-years";
import { asLine } from "@/lib/core/text";
import { type DistanceUnit, kilometresOf } from "@/lib/core/units";

import type { Place } from "../map/geometry";
import { anyNeed, asksAny, type CarNeed, needParams, readNeed } from "../station/car-need";

/** What the finder is asked for; the address of the page holds it, so that a link shares it. */
export interface FinderQuery {
  readonly search: string;
  readonly type: "AC" | "DC" | null;
  readonly near: Place | null;
  /** Kilometres around `near`; null for any distance. */
  readonly radiusKm: number | null;
  /** What the car asks of its place: nothing else is found, nor counted as free. */
  readonly need: CarNeed;
  /** ISO instants between which a place must be free. */
  readonly free: { readonly from: string; readonly to: string } | null;
  /** The most for a kWh, in the currency of each station. */
  readonly maxPrice: number | null;
  /** What must be on site, in words of `amenityChoices`. */
  readonly amenities: readonly string[];
  readonly openNow: boolean;
  /** Only the reader's favourites. */
  readonly favourite: boolean;
  /** A car of the reader's that must find a plug. */
  readonly vehicleId: string | null;
  /** Also what cannot be booked, after what can. */
  readonly others: boolean;
}

/** The distances on offer, in kilometres: round ones in the reader's unit. */
export const radiiIn = (unit: DistanceUnit): readonly number[] =>
  radii[unit].map((count) => kilometresOf(unit, count));
/** The same with the one that is asked for, which takes the place of one that is as good as it. */
export function offeredRadii(unit: DistanceUnit, asked: number | null): readonly number[] {
  if (asked === null) return radiiIn(unit);
  const others = radiiIn(unit).filter((km) => Math.abs(km - asked) > asked / 10);
  return [...others, asked].toSorted((a, b) => a - b);
}
/** Around a reader who does not say how far. */
export const nearIn = (unit: DistanceUnit): number => kilometresOf(unit, unit === "km" ? 25 : 15);
const radii = { km: [2, 5, 10, 25, 50, 100], mi: [1, 3, 5, 15, 30, 60] };
/** What can be asked to be on site, by the words that stations use for it. */
export const amenityChoices = ["Restrooms", "Coffee", "Food", "Wi-Fi", "Shopping"] as const;
const mostPrice = 1_000_000;

export const emptyQuery: FinderQuery = {
  search: "",
  type: null,
  near: null,
  radiusKm: null,
  need: anyNeed,
  free: null,
  maxPrice: null,
  amenities: [],
  openNow: false,
  favourite: false,
  vehicleId: null,
  others: false,
};

/**
 * Reads the page's address; what is not understood is left out, and so is what asks for one's own where there is
 * nobody, or for a car that is not the reader's.
 */
export function readFinderQuery(
  address: URLSearchParams,
  own: { readonly vehicles: readonly { readonly id: string }[] } | null = null,
): FinderQuery {
  const near = readPlace(address.get("near"));
  const type = address.get("type")?.toUpperCase();
  const radius = Number(address.get("radius"));
  const from = readInstant(address.get("availableFrom"));
  const to = readInstant(address.get("availableTo"));
  const vehicleId = address.get("vehicleId");
  const asked = new Set(address.get("amenities")?.split(","));
  return {
    search: asLine(address.get("search") ?? "", 100),
    type: type === "AC" || type === "DC" ? type : null,
    near,
    radiusKm: near && radius > 0 && radius <= 1_000 ? radius : null,
    need: readNeed(address),
    free: from && to && from < to ? { from, to } : null,
    maxPrice: readPrice(address.get("maxPricePerKwh")),
    amenities: amenityChoices.filter((word) => asked.has(word)),
    openNow: address.get("openNow") === "true",
    favourite: own !== null && address.get("favourite") === "true",
    vehicleId: own?.vehicles.find(({ id }) => id === vehicleId)?.id ?? null,
    others: address.get("others") === "true",
  };
}

/** The same as parameters, for the page's address. */
export function finderParams(query: FinderQuery): URLSearchParams {
  const params = new URLSearchParams();
  const { type, near, radiusKm, free, maxPrice, amenities, vehicleId } = query;
  const search = query.search.trim();
  if (search) params.set("search", search);
  if (type) params.set("type", type);
  if (near) {
    params.set("near", `${near.lat.toFixed(5)},${near.lng.toFixed(5)}`);
    if (radiusKm) params.set("radius", String(radiusKm));
  }
  for (const [name, value] of Object.entries(needParams(query.need))) params.set(name, value);
  if (free) {
    params.set("availableFrom", free.from);
    params.set("availableTo", free.to);
  }
  if (maxPrice !== null) params.set("maxPricePerKwh", String(maxPrice));
  if (amenities.length > 0) params.set("amenities", amenities.join(","));
  if (vehicleId) params.set("vehicleId", vehicleId);
  for (const flag of ["openNow", "favourite", "others"] as const) {
    if (query[flag]) params.set(flag, "true");
  }
  return params;
}

/** The same for the API: what can be booked alone, unless the others are asked for too. */
export function askedParams(query: FinderQuery): URLSearchParams {
  const params = finderParams({ ...query, others: false });
  if (!query.others) params.set("bookable", "true");
  return params;
}

/** As far as the API looks, in kilometres: around a place without a distance, the nearest come first, however far. */
const farthestKm = 1_000;

/** The same for the API's list, in which what can be booked comes first. */
export function listParams(query: FinderQuery): URLSearchParams {
  const params = askedParams(query);
  if (query.near && !query.radiusKm) params.set("radius", String(farthestKm));
  if (query.others) params.set("sort", "bookable");
  return params;
}

/** The same for those that cannot be booked, of which only the number is wanted. */
export function othersParams(query: FinderQuery): URLSearchParams {
  const params = listParams({ ...query, others: false });
  params.set("bookable", "false");
  params.set("limit", "1");
  return params;
}

/** How many filters are set besides the search text; how far around a place is said with the place. */
export function countFilters(query: FinderQuery): number {
  const { type, free, need, maxPrice, amenities, openNow, favourite, vehicleId } = query;
  const set = [type, free, need.plug, need.minPowerKw, openNow, favourite, vehicleId];
  return set.filter(Boolean).length + amenities.length + (maxPrice === null ? 0 : 1);
}

/** Whether anything is asked besides what the car needs, which is said by itself. */
export const asksMore = (query: FinderQuery): boolean =>
  query.search !== "" || countFilters({ ...query, need: anyNeed }) > 0;

/** Whether nothing at all is asked. */
export const asksNothing = (query: FinderQuery): boolean =>
  !asksMore(query) && !asksAny(query.need) && !query.near && !query.others;

function readPrice(text: string | null): number | null {
  const price = Number(text?.trim() || NaN);
  return price >= 0 && price <= mostPrice ? Math.round(price * 1_000) / 1_000 : null;
}

function readPlace(text: string | null): Place | null {
  const [lat, lng, ...rest] = (text ?? "")
    .split(",")
    .map((part) => (part.trim() ? Number(part) : NaN));
  if (lat === undefined || lng === undefined || rest.length > 0) return null;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}

function readInstant(text: string | null): string | null {
  const at = Date.parse(text ?? "");
  if (Number.isNaN(at)) return null;
  const instant = new Date(at).toISOString();
  return isStorableYear(instant) ? instant : null;
}
