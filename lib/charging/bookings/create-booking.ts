import { assertOwnerActive } from "@/lib/people/accounts/inside";
import type { UserActor } from "@/lib/core/actor";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { assertTakesBookings } from "@/lib/sites/stations/inside";
import {
  claimPlaces,
  findSlots,
  longestSlotBefore,
  needIn,
  type Taken,
  type WantedClaim,
} from "@/lib/sites/schedules/inside";
import { getSettings, type Settings } from "@/lib/records/settings/inside";

import { choosePlug } from "./choose-plug";
import { issueQr } from "./issue-qr";
import { wantedClaimOf } from "./claim-range";
import { refuseFull } from "./refuse-full";
import { assertLength, assertStart, refuseTaking, estimateCharge, rangeOf } from "./rules";
import type { BookingView, CreateBooking } from "./schema";
import { storeBooking } from "./store-booking";
import type { Booking } from "./store/bookings";
import { findWishedGroup, lockStationAndOwner } from "./store/stations";
import { viewBooking } from "./view";

/**
 * Reserves one or more contiguous slots of one station for the calling owner (product.md, Booking): all of them or
 * none. Pending, or Approved at once with its QR code where the station approves by itself.
 * Throws `booking.owner_mismatch`, `owner.deactivated`, `station.not_found`, `station.inactive`, `booking.in_past`,
 * `booking.lead_time`, `booking.too_far_ahead`, `booking.not_on_slots`, `booking.too_many_slots`, `booking.overlap`,
 * `booking.no_tariff`, `connector.not_found`, `owner.nic_required` or `slot.full`; then nothing is taken.
 */
export async function createBooking(ctx: Context, input: CreateBooking): Promise<BookingView> {
  const owner = getCallingOwner(ctx, input);
  const { stationId } = input;
  return inTransaction(ctx, async (ctx) => {
    const found = await lockStationAndOwner(ctx, { ...input, ownerId: owner.userId });
    if (!found) throw fail("station.not_found");
    const { station, tariff, plate, overlaps, connectorId } = found;
    assertTakesBookings(station);
    if (!tariff) throw fail("booking.no_tariff");
    if (overlaps) throw fail("booking.overlap");
    assertWished(input, connectorId);
    const [range, need] = [rangeOf(input, station), needIn(input)];
    const claim = wantedClaimOf({ ...range, stationId }, need);
    const wanted = { ...claim, wishedGroup: await findWishedGroup(ctx, connectorId) };
    const { settings, group } = await takePlaces(ctx, station.businessId, wanted);
    if (settings.requireNic && owner.ownerNic === null) throw fail("owner.nic_required");
    const approved = station.approval === "Auto";
    const now = ctx.clock.now();
    const row = await storeBooking(ctx, {
      id: newId(),
      ownerId: owner.userId,
      stationId,
      businessId: station.businessId,
      ...range,
      wishedConnectorId: connectorId,
      standard: await choosePlug(ctx, stationId, { group, need }),
      minPowerW: need.minPowerW ?? null,
      placeGroup: group,
      status: approved ? "Approved" : "Pending",
      origin: "Booking",
      vehiclePlate: input.vehiclePlate ?? plate,
      tariff,
      estimateMinor: estimateCharge(tariff, range, station).totalMinor,
      approvedAt: approved ? now : null,
      createdAt: now,
      updatedAt: now,
    });
    const booking: Booking = {
      ...row,
      changeCutoffMinutes: settings.changeCutoffMinutes,
      stationName: station.name,
      timeZone: station.timeZone,
      ownerName: owner.name,
      ownerNic: owner.ownerNic,
    };
    return approved
      ? { ...viewBooking(ctx, booking), qr: await issueQr(ctx, row, { first: true }) }
      : viewBooking(ctx, booking);
  });
}

/** The calling owner, Active, and nobody else's NIC named. */
function getCallingOwner(ctx: Context, { ownerNic }: CreateBooking): UserActor {
  const asOwner = asHolder(ctx, "booking.create");
  assertOwnerActive(asOwner);
  const { actor } = asOwner;
  if (ownerNic !== undefined && ownerNic !== actor.ownerNic) {
    throw failField("booking.owner_mismatch", "ownerNic");
  }
  return actor;
}

/** The settings that say which times may be booked. */
type BookingLimits = Pick<Settings, "leadMinutes" | "maxDaysAhead" | "maxSlotsPerBooking">;

/**
 * Takes a place in every slot of the claim, which keeps the rules of product.md, or throws. `limits` hold instead of
 * those in force, where staff put right what the station changed. Answers the settings in force, and the group of the
 * place.
 */
export async function takePlaces(
  ctx: Context,
  businessId: string,
  wanted: WantedClaim,
  limits: Partial<BookingLimits> = {},
): Promise<Omit<Taken, "slots"> & { readonly settings: Settings }> {
  const { stationId, startsAt, endsAt } = wanted;
  // Sent together; what is taken and then refused is given back by the transaction.
  const [inForce, taken] = await Promise.all([
    getSettings(ctx, { businessId, stationId }),
    claimPlaces(ctx, wanted),
  ]);
  const settings = { ...inForce, ...limits };
  const max = settings.maxSlotsPerBooking;
  assertStart(wanted, ctx.clock.now(), settings);
  assertLength(wanted, max);
  if (taken && taken.slots.length <= max) return { settings: inForce, ...taken };
  // What was missing is only asked for when something was.
  const all = await findSlots(ctx, stationId, longestSlotBefore(startsAt), endsAt);
  throw refuseTaking(wanted, all, max) ?? (await refuseFull(ctx, wanted));
}

/** What is wished for is one of the station's connectors. */
function assertWished({ connectorId }: CreateBooking, found: string | null): void {
  if (connectorId !== undefined && found === null) {
    throw failField("connector.not_found", "connectorId");
  }
}
