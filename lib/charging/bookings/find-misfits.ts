import { decidePlaces, lotOf, type NumberedGroup, type Slot } from "@/lib/sites/schedules/inside";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import { needOf } from "./claim-range";
import type { Range } from "./cut-ranges";
import { checkInWindow } from "./rules";
import { isOpen, type BookingStatus } from "./schema";

interface Holder extends Range {
  readonly id: string;
  readonly stationId: string;
  readonly status: BookingStatus;
  readonly placeGroup: number;
  readonly standard: string | null;
  readonly minPowerW: number | null;
  readonly conflict: ConflictReason | null;
  /** Not where another transaction holds it: it is left where it is. */
  readonly isOurs: boolean;
}

/** A station's groups of places and slots, and the numbers of the connectors at which cars charge, by their bookings. */
export interface PlannedPlaces {
  readonly groups: readonly NumberedGroup[];
  readonly slots: readonly Slot[];
  readonly connectors: ReadonlyMap<string, number>;
  /** How long before its start a booking's car may come; from then on it is not asked to make room for others. */
  readonly checkInBeforeMinutes: number;
}

/** What is to be decided about bookings of a station, and what settles itself. */
export interface Misfits {
  /** Those about which somebody must decide, and why. */
  readonly reasons: ReadonlyMap<string, ConflictReason>;
  /** Those that have a place in another group, which suits them as well. */
  readonly moves: readonly { readonly id: string; readonly group: number }[];
}

/** Whether there is anything left to decide: it has not begun. */
export function isDecidable({ status, startsAt }: Holder, now: Date): boolean {
  return isOpen(status) && startsAt > now;
}

/**
 * The bookings of one station about which somebody must decide, because no group of its places that suits them has one
 * for them, not even where others go elsewhere (`decidePlaces`), and why; and those that have one in another group than
 * theirs. Who charges already or whose time has begun has a place in each of its slots, full or not: there is nothing
 * to decide about it. What is flagged has no place until one is found for it, so that settling exactly those settles
 * all, and deciding again changes nothing. `holders` come in the order of their making, `slots` by start.
 */
export function findMisfits(
  holders: readonly Holder[],
  { groups, slots, connectors, checkInBeforeMinutes }: PlannedPlaces,
  now: Date,
): Misfits {
  const lot = lotOf(groups, slots);
  const opensAt = (holder: Holder) =>
    checkInWindow(holder, { checkInBeforeMinutes, checkInAfterMinutes: 0 }).opensAt;
  const all = holders.map((holder) => {
    const { id, placeGroup: group } = holder;
    const isFree = holder.isOurs && isDecidable(holder, now);
    const isInside = isFree && lot.contains(holder);
    const parked = isFree ? undefined : { group, connector: connectors.get(id) };
    return {
      ...lot.stayOf(holder, parked),
      id,
      holder,
      group: String(group),
      need: needOf(holder),
      mayMove: isInside && opensAt(holder) > now,
      is: !isFree ? "standing" : !isInside ? "outside" : holder.conflict ? "seeking" : "keeping",
    } as const;
  });
  const those = (is: (typeof all)[number]["is"]) => all.filter((one) => one.is === is);
  const places = decidePlaces(lot.groups, {
    standing: those("standing"),
    keeping: those("keeping"),
    outside: those("outside"),
    seeking: those("seeking"),
  });
  const reasons = new Map<string, ConflictReason>();
  const moves: { id: string; group: number }[] = [];
  for (const { id, is, group } of all) {
    const place = places.get(id);
    if (is === "outside") reasons.set(id, "OutsideSlots");
    else if (is !== "standing" && place === undefined) reasons.set(id, "OverCapacity");
    if (place !== undefined && place !== group) moves.push({ id, group: Number(place) });
  }
  return { reasons, moves };
}
