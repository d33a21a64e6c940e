import type { Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Authorized } from "@/lib/core/permissions";
import { minuteMs } from "@/lib/core/durations";
import { getSettings } from "@/lib/records/settings/inside";
import { findVehicleOfPlate } from "@/lib/sites/drivers/inside";
import { claimOrMeet, findSlots, longestSlotBefore } from "@/lib/sites/schedules/inside";
import { assertTakesBookings } from "@/lib/sites/stations/inside";

import { changeStatus } from "./change-status";
import { permitBooking } from "./get-booking";
import { wantedClaimOf } from "./claim-range";
import { refuseFull } from "./refuse-full";
import { overlapping, walkUpRange, type Range } from "./cut-ranges";
import { estimateCharge } from "./rules";
import { storeBooking } from "./store-booking";
import { lockOwner, type Booking } from "./store/bookings";
import { shareStation } from "./store/stations";
import { findCharging, findHindrance, lockPlate } from "./store/walk-ups";

/** Who stands at the gate: an owner, or a guest with a plate alone; for how long, as far as they say. */
export interface WalkUp {
  readonly owner: {
    readonly id: string;
    readonly name: string;
    readonly nic: string | null;
  } | null;
  readonly plate: string | null;
  readonly minutes?: number | undefined;
  /** The group of places in which it stands, where that is known. */
  readonly group?: number | undefined;
}

/**
 * Gives a car at the gate a place in the slot that runs, and in those that follow it as far as the stay is expected to
 * reach: a booking of origin WalkUp, approved and let in at once, by the claims, locks and table of any other
 * (product.md, Walk-in). In the caller's transaction. Throws `station.inactive`, `booking.no_tariff`, `walkIn.no_slot`,
 * `walkIn.check_in_instead`, `walkIn.booked_here`, `walkIn.booked_elsewhere`, `walkIn.charges_already`,
 * `walkIn.nic_required`, `booking.too_many_slots` or `slot.full`; then nothing is taken.
 */
export async function takeWalkUp(
  ctx: Context,
  { stationId }: Authorized<{ readonly stationId: string }>,
  walkUp: WalkUp,
): Promise<Authorized<Booking>> {
  const { owner, plate } = walkUp;
  const { station, tariff } = await lockFor(ctx, stationId, walkUp);
  assertTakesBookings(station);
  if (!tariff) throw fail("booking.no_tariff");
  const { businessId } = station;
  const settings = await getSettings(ctx, { businessId, stationId });
  if (settings.requireNic && !owner?.nic) throw fail("walkIn.nic_required");
  const range = await findRange(ctx, stationId, walkUp, settings.maxSlotsPerBooking);
  await assertNotHere(ctx, stationId, range, walkUp);
  const wanted = wantedClaimOf({ stationId, ...range }, { group: walkUp.group });
  const claimed = await claimOrMeet(ctx, wanted);
  if (!claimed.taken) throw refuseFull(wanted, claimed.met);
  const { taken } = claimed;
  const now = ctx.clock.now();
  const row = await storeBooking(ctx, {
    id: newId(),
    ownerId: owner?.id ?? null,
    stationId,
    businessId,
    ...range,
    status: "Approved",
    origin: "WalkUp",
    vehicleId: owner && plate ? await findVehicleOfPlate(ctx, owner.id, plate) : null,
    vehiclePlate: plate,
    ...anyPlace,
    placeGroup: taken.group,
    tariff,
    estimateMinor: estimateCharge(tariff, { ...range, startsAt: now }, station).totalMinor,
    approvedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  const booking: Booking = {
    ...row,
    changeCutoffMinutes: settings.changeCutoffMinutes,
    lateBeforeMinutes: settings.lateBeforeMinutes,
    stationName: station.name,
    timeZone: station.timeZone,
    ownerName: owner?.name ?? null,
    ownerNic: owner?.nic ?? null,
  };
  const permitted = permitBooking(ctx, "session.walkIn", booking);
  return changeStatus(ctx, permitted, { action: "checkIn" });
}

/** Its owner or plate alone, then the station shared: the order of all who take places. */
async function lockFor(ctx: Context, stationId: string, { owner, plate }: WalkUp) {
  if (owner) await lockOwner(ctx, owner.id);
  else if (plate !== null) await lockPlate(ctx, stationId, plate);
  const found = await shareStation(ctx, stationId);
  if (!found) throw fail("station.not_found");
  return found;
}

/** What a car at the gate asks for: the connector on which it stands is chosen when it is let in. */
const anyPlace = { wishedConnectorId: null, standard: null, minPowerW: null };

/** The slots that are to be taken, as a range. */
async function findRange(
  ctx: Context,
  stationId: string,
  { minutes = 0 }: WalkUp,
  max: number,
): Promise<Range> {
  const now = ctx.clock.now();
  const to = new Date(now.getTime() + Math.max(1, minutes * minuteMs));
  const slots = await findSlots(ctx, stationId, longestSlotBefore(now), to);
  const range = walkUpRange(slots, now, minutes);
  if (!range) throw fail("walkIn.no_slot");
  if (overlapping(range, slots).length > max) {
    throw failField("booking.too_many_slots", "minutes", { max });
  }
  return range;
}

/** Neither has the owner a booking at that time, nor charges the guest's car here already. */
async function assertNotHere(
  ctx: Context,
  stationId: string,
  range: Range,
  { owner, plate }: WalkUp,
): Promise<void> {
  if (owner) {
    const now = ctx.clock.now();
    const other = await findHindrance(ctx, owner.id, { stationId, range, now });
    if (!other) return;
    // Of a booking at another station nobody here hears more than that there is one.
    if (!other.isHere) throw fail("walkIn.booked_elsewhere");
    const { number } = other;
    throw fail(other.mayCheckIn ? "walkIn.check_in_instead" : "walkIn.booked_here", { number });
  }
  const number = plate === null ? null : await findCharging(ctx, stationId, plate);
  if (number !== null) throw fail("walkIn.charges_already", { number });
}
