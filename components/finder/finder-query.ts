import { isStorableYear } from "@/lib/core/calendar";
import { asLine } from "@/lib/core/text";
import { type DistanceUnit, kilometresOf } from "@/lib/core/units";

import type { Place } from "../map/geometry";
import { anyNeed, type CarNeed, needParams, readNeed } from "../station/car-need";

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
}

/** The distances on offer, in kilometres: round ones in the reader's unit. */
export const radiiIn = (unit: DistanceUnit): readonly number[] =>
  radii[unit].map((count) => kilometresOf(unit, count));
const radii = { km: [2, 5, 10, 25, 50, 100], mi: [1, 3, 5, 15, 30, 60] };

export const emptyQuery: FinderQuery = {
  search: "",
  type: null,
  near: null,
  radiusKm: null,
  need: anyNeed,
  free: null,
};

/** Reads the page's address; what is not understood is left out. */
export function readFinderQuery(address: URLSearchParams): FinderQuery {
  const near = readPlace(address.get("near"));
  const type = address.get("type")?.toUpperCase();
  const radius = Number(address.get("radius"));
  const from = readInstant(address.get("availableFrom"));
  const to = readInstant(address.get("availableTo"));
  return {
    search: asLine(address.get("search") ?? "", 100),
    type: type === "AC" || type === "DC" ? type : null,
    near,
    radiusKm: near && radius > 0 && radius <= 1_000 ? radius : null,
    need: readNeed(address),
    free: from && to && from < to ? { from, to } : null,
  };
}

/** The same as parameters, for the page's address and for the API alike. */
export function finderParams(query: FinderQuery): URLSearchParams {
  const params = new URLSearchParams();
  const search = query.search.trim();
  if (search) params.set("search", search);
  if (query.type) params.set("type", query.type);
  if (query.near) {
    params.set("near", `${query.near.lat.toFixed(5)},${query.near.lng.toFixed(5)}`);
    if (query.radiusKm) params.set("radius", String(query.radiusKm));
  }
  for (const [name, value] of Object.entries(needParams(query.need))) params.set(name, value);
  if (query.free) {
    params.set("availableFrom", query.free.from);
    params.set("availableTo", query.free.to);
  }
  return params;
}

/** How many filters are set besides the search text. */
export function countFilters(query: FinderQuery): number {
  const { type, radiusKm, free, need } = query;
  return [type, radiusKm, free, need.plug, need.minPowerKw].filter(Boolean).length;
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
