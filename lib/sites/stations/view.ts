import type { Context } from "@/lib/core/context";
import { actionsOn } from "@/lib/core/machines";
import { viewPlace } from "@/lib/core/plugs";
import type { Week } from "@/lib/core/opening-hours";
import { pricingView, type Tariff } from "@/lib/money/tariffs/inside";

import {
  isRatingShown,
  missingOf,
  stationMachine,
  takesBookings,
  type ConnectorRow,
  type FoundStation,
  type FreeTime,
  type StationRow,
} from "./rules";
import type { ConnectorView, StationListItem, StationView } from "./schema";
import type { ImageRow } from "./store/images";

/** What reviews come to, to one decimal; null while too few are there. */
function viewRating(row: StationRow): StationView["rating"] {
  const { ratingSum, ratingCount: count } = row;
  return isRatingShown(row) ? { average: Math.round((ratingSum * 10) / count) / 10, count } : null;
}

const kilowatts = (watts: number | null) => (watts === null ? null : watts / 1000);

/** The connector, its power in kilowatts. */
export function viewConnector(row: ConnectorRow): ConnectorView {
  const { id, number, maxPowerW: powerW, status, ...plugs } = row;
  return { id, number, ...viewPlace({ ...plugs, powerW }), status };
}

/** The station with its connectors, today's price and its week; one that no business runs cannot be booked. */
export function viewStation(
  ctx: Context,
  row: StationRow,
  {
    connectors,
    tariff,
    hours,
    images,
  }: {
    readonly connectors: readonly ConnectorRow[];
    readonly tariff: Tariff | null;
    readonly hours: Week | null;
    readonly images: readonly ImageRow[];
  },
): StationView {
  const { latitude, longitude, ratingSum: _sum, ratingCount: _count, ...facts } = row;
  return {
    ...facts,
    location: { lat: latitude, lng: longitude },
    bookable: row.businessId !== null,
    takesBookings: takesBookings(row),
    connectors: connectors.map(viewConnector),
    pricing: tariff && pricingView(tariff),
    hours,
    missing: missingOf({ connectors, tariff, hours }),
    images: [...images],
    rating: viewRating(row),
    can: actionsOn(ctx, stationMachine, row),
  };
}

export function viewFree(free: FreeTime | null): StationListItem["free"] {
  if (!free) return null;
  const instant = (at: string) => new Date(at).toISOString();
  return { startsAt: instant(free.startsAt), endsAt: instant(free.endsAt), places: free.places };
}

/** One result of a search; distances in kilometres and metres where a place was asked from. */
export function viewFound(found: FoundStation): StationListItem {
  const { id, businessId, name, address, timeZone, type, status, distanceM, imageId } = found;
  const { opensWhenReady, approval } = found;
  return {
    id,
    businessId,
    name,
    address,
    location: { lat: found.latitude, lng: found.longitude },
    timeZone,
    type,
    status,
    opensWhenReady,
    bookable: businessId !== null,
    takesBookings: takesBookings(found),
    approval,
    connectors: found.connectors,
    suiting: found.suiting,
    maxPowerKw: kilowatts(found.maxPowerW),
    pricing: found.tariff && pricingView(found.tariff),
    free: viewFree(found.free),
    distanceKm: distanceM === null ? null : Math.round(distanceM) / 1000,
    distanceMeters: distanceM === null ? null : Math.round(distanceM),
    imageId,
    availability: found.availability,
  };
}
