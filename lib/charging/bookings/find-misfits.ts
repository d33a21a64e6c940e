import {
  byPreference,
  joins,
  lotOf,
  suits,
  type NumberedGroup,
  type Slot,
  type Stay,
} from "@/lib/sites/schedules/inside";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import { needOf } from "./claim-range";
import { type Range } from "./rules";
import { isOpen, type BookingStatus } from "./schema";

interface Holder extends Range {
  readonly id: string;
  readonly stationId: string;
  readonly status: BookingStatus;
  readonly placeGroup: number;
  readonly standard: string | null;
  readonly minPowerW: number | null;
}

/** A station's groups of places and slots, and the numbers of the connectors at which cars charge, by their bookings. */
export interface PlannedPlaces {
  readonly groups: readonly NumberedGroup[];
  readonly slots: readonly Slot[];
  readonly connectors: ReadonlyMap<string, number>;
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
 * for them, and why; and those that find one in another group than theirs. Who charges already or whose time has begun
 * has a place in each of its slots, full or not: there is nothing to decide about it. Then whoever booked first; only
 * the latest beyond the capacity are misfits, so that settling exactly those settles all. `holders` come in the order
 * of their making, `slots` by start.
 */
export function findMisfits(
  holders: readonly Holder[],
  { groups, slots, connectors }: PlannedPlaces,
  now: Date,
): Misfits {
  const lot = lotOf(groups, slots);
  const reasons = new Map<string, ConflictReason>();
  const moves: { id: string; group: number }[] = [];
  const placed = new Map<number, Stay[]>();
  const stays = (group: number) => placed.get(group) ?? [];
  const place = (group: number, stay: Stay) => {
    const own = placed.get(group);
    if (own) own.push(stay);
    else placed.set(group, [stay]);
  };
  for (const holder of holders) {
    if (isDecidable(holder, now)) continue;
    const { id, placeGroup: group } = holder;
    place(group, lot.stayOf(holder, { group, connector: connectors.get(id) }));
  }
  for (const holder of holders.filter((one) => isDecidable(one, now))) {
    const stay = lot.stayOf(holder);
    const need = needOf(holder);
    const isOutside = !lot.contains(holder);
    const own = lot.groups.find(({ number }) => number === holder.placeGroup);
    const others = lot.groups
      .filter((group) => group !== own)
      .toSorted(byPreference(need, () => 0));
    const found = [...(own ? [own] : []), ...others].find(
      (group) => suits(group, need) && joins(group, stays(group.number), stay),
    );
    if (isOutside || !found) reasons.set(holder.id, isOutside ? "OutsideSlots" : "OverCapacity");
    if (!found) continue;
    place(found.number, stay);
    if (found !== own && !isOutside) moves.push({ id: holder.id, group: found.number });
  }
  return { reasons, moves };
}
