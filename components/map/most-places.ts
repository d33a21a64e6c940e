import type { MapPlace } from "@/lib/sites/stations/schema";

import type { Bounds } from "./geometry";

/** So many are tried as the middle. */
const mostMiddles = 200;

type Spot = Pick<MapPlace, "lat" | "lng" | "count">;

/** What a reader takes in at one look, in degrees: from there on, places of several regions are dots in an ocean. */
const widest = { lat: 12, lng: 20 } as const;

/**
 * Where the most of the places stand together, for who asked for nothing: where they lie on several continents, the
 * middle of them all is a sea. Null where all of them can be taken in at one look anyway, or there are none.
 */
export function mostTogether(places: readonly Spot[], extent: Bounds | null): Bounds | null {
  if (!extent || places.length === 0) return null;
  const [west, south, east, north] = extent;
  const isWide = west > east || east - west > widest.lng || north - south > widest.lat;
  if (!isWide) return null;
  // A phone asks thousands of each other for too long; around the largest lie the most.
  const middles = places.toSorted((one, other) => other.count - one.count).slice(0, mostMiddles);
  const groups = middles.map((middle) => places.filter((one) => isNear(middle, one)));
  const counted = groups.map((group) => group.reduce((sum, { count }) => sum + count, 0));
  const group = groups[counted.indexOf(Math.max(...counted))] ?? [];
  const [lats, lngs] = [group.map(({ lat }) => lat), group.map(({ lng }) => lng)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

const isNear = (middle: Spot, { lat, lng }: Spot) =>
  Math.abs(lat - middle.lat) <= widest.lat / 2 && Math.abs(lng - middle.lng) <= widest.lng / 2;
