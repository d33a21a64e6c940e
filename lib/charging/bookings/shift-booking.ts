import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { moneyView } from "@/lib/core/money";
import type { Authorized } from "@/lib/core/permissions";
import { assertTakesBookings } from "@/lib/sites/stations/inside";
import { findVehicleOfPlate } from "@/lib/sites/drivers/inside";
import { lockPlaces, releasePlaces, type Need } from "@/lib/sites/schedules/inside";

import { choosePlug } from "./choose-plug";
import { changeStatus } from "./change-status";
import { takePlaces, type BookingLimits } from "./take-places";
import { settleConflicts } from "./flag-conflicts";
import { issueQr } from "./issue-qr";
import { claimOf, needOf, wantedClaimOf } from "./claim-range";
import type { Range } from "./cut-ranges";
import { estimateCharge } from "./rules";
import type { BookingView } from "./schema";
import { hasOverlap, type Booking } from "./store/bookings";
import { findStation } from "./store/stations";
import { revokeQr } from "./store/qr-tokens";
import { viewBooking } from "./view";

/** It had a code before. */
const again = { isReissue: true } as const;

/** What differs between an owner's change and one that staff make. */
interface ShiftOptions {
  /** An owner's change, which a station that reviews sees again, or the staff's. */
  readonly action: "modify" | "move";
  readonly limits?: Partial<BookingLimits>;
  readonly reason?: string;
  /** Another car's plate; the one of before where it is not given. */
  readonly vehiclePlate?: string | undefined;
  /** What the car needs from now on; as before where it is not given. */
  readonly need?: Need;
}

/**
 * Moves a locked, Pending or Approved booking to other slots of its station: the old places are given back and the
 * new ones taken together, or nothing changes. The old QR code stops working, the agreed tariff is estimated anew,
 * a conflict is settled by it. Throws `station.inactive`, `booking.overlap`, and what taking places throws.
 */
export async function shiftBooking(
  ctx: Context,
  booking: Authorized<Booking>,
  { startsAt, endsAt }: Range,
  options: ShiftOptions,
): Promise<BookingView> {
  const { stationId } = booking;
  const station = await findStation(ctx, stationId);
  assertTakesBookings(station);
  const old = claimOf(booking);
  const need = options.need ?? needOf(booking);
  const claim = wantedClaimOf({ stationId, startsAt, endsAt }, need);
  const wanted = { ...claim, insteadOf: booking.id };
  await lockPlaces(ctx, [old, wanted]);
  await releasePlaces(ctx, [old]);
  const { group } = await takePlaces(ctx, booking.businessId, wanted, options);
  if (await hasOverlap(ctx, booking.ownerId, { startsAt, endsAt }, booking.id)) {
    throw fail("booking.overlap");
  }
  const estimate = estimateCharge(booking.tariff, { startsAt, endsAt }, station);
  const moved = await storeMove(ctx, booking, {
    startsAt,
    endsAt,
    placeGroup: group,
    standard: await choosePlug(ctx, stationId, { group, need }),
    minPowerW: need.minPowerW ?? null,
    estimateMinor: estimate.totalMinor,
    reviewed:
      options.action === "modify" && station.approval === "Manual" && booking.status === "Approved",
    ...options,
    ...(await carOf(ctx, booking, options.vehiclePlate)),
  });
  await settleConflicts(ctx, stationId);
  return moved;
}

const kW = (watts: number | null) => (watts === null ? null : watts / 1_000);

/** The car for which it is from now on: the one of before, or whichever of the owner's has the new plate. */
async function carOf(
  ctx: Context,
  { ownerId, vehicleId, vehiclePlate: before }: Booking,
  vehiclePlate = before,
): Promise<Pick<Booking, "vehicleId" | "vehiclePlate">> {
  if (vehiclePlate === before) return { vehicleId, vehiclePlate };
  const isKnown = ownerId !== null && vehiclePlate !== null;
  const found = isKnown ? await findVehicleOfPlate(ctx, ownerId, vehiclePlate) : null;
  return { vehicleId: found, vehiclePlate };
}

async function storeMove(
  ctx: Context,
  booking: Authorized<Booking>,
  move: Range &
    Pick<ShiftOptions, "action" | "reason"> &
    Pick<Booking, "placeGroup" | "standard" | "minPowerW" | "vehicleId" | "vehiclePlate"> & {
      readonly estimateMinor: number;
      readonly reviewed: boolean;
    },
): Promise<BookingView> {
  const { reviewed, action, reason, startsAt, endsAt, estimateMinor, placeGroup } = move;
  const { standard, minPowerW, vehicleId, vehiclePlate } = move;
  const money = (amountMinor: number) => moneyView(amountMinor, booking.tariff.currency);
  const moved = await changeStatus(ctx, booking, {
    action,
    variant: reviewed ? "reviewed" : undefined,
    reason,
    set: {
      startsAt,
      endsAt,
      placeGroup,
      standard,
      minPowerW,
      estimateMinor,
      vehicleId,
      vehiclePlate,
      conflict: null,
      conflictAt: null,
      lateUntil: null,
      ...(reviewed && { approvedAt: null }),
    },
    changes: {
      startsAt: [booking.startsAt, startsAt],
      endsAt: [booking.endsAt, endsAt],
      ...(estimateMinor !== booking.estimateMinor && {
        estimate: [money(booking.estimateMinor), money(estimateMinor)],
      }),
      ...(vehiclePlate !== booking.vehiclePlate && {
        vehiclePlate: [booking.vehiclePlate, vehiclePlate],
      }),
      ...(standard !== booking.standard && { standard: [booking.standard, standard] }),
      ...(minPowerW !== booking.minPowerW && {
        minPowerKw: [kW(booking.minPowerW), kW(minPowerW)],
      }),
    },
  });
  await revokeQr(ctx, booking.id, ctx.clock.now());
  const view = viewBooking(ctx, moved);
  return moved.status === "Approved" ? { ...view, qr: await issueQr(ctx, moved, again) } : view;
}
