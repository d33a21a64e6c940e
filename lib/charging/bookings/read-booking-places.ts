import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { viewPlace } from "@/lib/core/plugs";
import { scopeOf } from "@/lib/core/permissions";
import {
  findGroups,
  findGroupSlots,
  suits,
  type NumberedGroup,
  type Slot,
} from "@/lib/sites/schedules/inside";

import { needOf } from "./claim-range";
import { overlapping } from "./cut-ranges";
import { holdsPlace } from "./schema";
import type { Booking } from "./store/bookings";
import { findBookingsOf } from "./store/lists";

/** Where a booking stands among its station's places. */
export interface BookingPlace {
  /** What the places are among which it has, or had, one; null where nobody knows, and where it is left without. */
  readonly kind: ReturnType<typeof viewPlace> | null;
  /** Whether one is kept for it now. */
  readonly isHeld: boolean;
  /** Why it is left without: no place that suits is open for all of its time, or all of these are taken. */
  readonly lacks: "Open" | "Room" | null;
}

/**
 * Where each of the bookings stands among its station's places, by its id; one in conflict holds none any more.
 * Throws `booking.not_found`.
 */
export async function readBookingPlaces(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BookingPlace>> {
  const found = await findBookingsOf(ctx, scopeOf(ctx, "booking.read"), ids);
  if (found.length < new Set(ids).size) throw fail("booking.not_found");
  const groups = Map.groupBy(await findGroups(ctx, [...new Set(found.map(stationOf))]), stationOf);
  const slots = await findSlotsOf(
    ctx,
    found.filter(({ conflict }) => conflict === "OverCapacity"),
  );
  return new Map(
    found.map((booking) => {
      const own = groups.get(booking.stationId) ?? [];
      return [booking.id, placeOf(booking, own, slots.get(booking.stationId) ?? [])] as const;
    }),
  );
}

const stationOf = ({ stationId }: { readonly stationId: string }) => stationId;

function placeOf(
  booking: Booking,
  groups: readonly NumberedGroup[],
  slots: readonly Slot[],
): BookingPlace {
  if (booking.conflict !== null) {
    const lacks = booking.conflict === "OverCapacity" ? lackOf(booking, groups, slots) : null;
    return { kind: null, isHeld: false, lacks };
  }
  const own = groups.find(({ number }) => number === booking.placeGroup);
  const isKnown = own !== undefined && own.standards.length > 0;
  return {
    kind: isKnown ? viewPlace(own) : null,
    isHeld: isKnown && holdsPlace(booking.status),
    lacks: null,
  };
}

/** Whether a group that suits has places in every slot of the booking, so that it is others who have them. */
function lackOf(
  booking: Booking,
  groups: readonly NumberedGroup[],
  slots: readonly Slot[],
): "Open" | "Room" {
  const own = overlapping(booking, slots);
  const isOpen = groups
    .filter((group) => suits(group, needOf(booking)))
    .some(({ number }) => {
      const ofGroup = own.filter(({ group }) => group === number);
      return ofGroup.length > 0 && ofGroup.every(({ capacity }) => capacity > 0);
    });
  return isOpen ? "Room" : "Open";
}

/** The slots that bookings meet, by their stations. */
async function findSlotsOf(
  ctx: Context,
  bookings: readonly Booking[],
): Promise<Map<string, Slot[]>> {
  if (bookings.length === 0) return new Map();
  const from = new Date(Math.min(...bookings.map(({ startsAt }) => startsAt.getTime())));
  const to = new Date(Math.max(...bookings.map(({ endsAt }) => endsAt.getTime())));
  const stationIds = [...new Set(bookings.map(stationOf))];
  return Map.groupBy(await findGroupSlots(ctx, stationIds, from, to), stationOf);
}
