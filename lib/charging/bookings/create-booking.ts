import { assertOwnerActive } from "@/lib/people/accounts/inside";
import type { UserActor } from "@/lib/core/actor";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { assertTakesBookings } from "@/lib/sites/stations/inside";
import type { Settings } from "@/lib/records/settings/inside";
import { type Need, needIn } from "@/lib/sites/schedules/inside";
import type { Approval } from "@/lib/sites/stations/schema";

import { choosePlug } from "./choose-plug";
import { issueQr } from "./issue-qr";
import { wantedClaimOf } from "./claim-range";
import { rangeOf } from "./cut-ranges";
import { estimateCharge } from "./rules";
import type { BookingView, CreateBooking } from "./schema";
import { storeBooking } from "./store-booking";
import type { Booking, BookingRow } from "./store/bookings";
import { findWishedGroup, lockStationAndOwner } from "./store/stations";
import { sendTaking, takeHeldOrFree, type Held, type Sent } from "./take-places";
import { viewBooking } from "./view";

/**
 * Reserves one or more contiguous slots of one station for the calling owner (product.md, Booking): all of them or
 * none. Pending, or Approved at once with its QR code where the station approves by itself. A car that is named by its
 * id gets a place that fits its plugs, unless a plug is asked for or a place is held already.
 * Throws `booking.owner_mismatch`, `owner.deactivated`, `station.not_found`, `station.inactive`, `booking.in_past`,
 * `booking.lead_time`, `booking.too_far_ahead`, `booking.not_on_slots`, `booking.too_many_slots`, `booking.overlap`,
 * `booking.no_tariff`, `connector.not_found`, `vehicle.not_found`, `owner.nic_required`, `slot.full` or `offer.ended`; then nothing is taken.
 */
export async function createBooking(ctx: Context, input: CreateBooking): Promise<BookingView> {
  const owner = getCallingOwner(ctx, input);
  const { stationId } = input;
  return inTransaction(ctx, async (ctx) => {
    const deciding = lockStationAndOwner(ctx, { ...input, ownerId: owner.userId });
    const sent = sentEarly(ctx, input);
    const found = await deciding;
    if (!found) throw fail("station.not_found");
    const { station, tariff, vehicleId, plate, overlaps, connectorId } = found;
    if (!found.isActive) throw fail("owner.deactivated");
    assertTakesBookings(station);
    if (!tariff) throw fail("booking.no_tariff");
    if (overlaps) throw fail("booking.overlap");
    assertWished(input, connectorId);
    if (input.vehicleId && !vehicleId) throw failField("vehicle.not_found", "vehicleId");
    const range = rangeOf(input, station);
    const claim = wantedClaimOf({ ...range, stationId }, needOf(input, found.plugs));
    const wanted = { ...claim, wishedGroup: await findWishedGroup(ctx, connectorId) };
    const taken = await takeHeldOrFree(ctx, station.businessId, wanted, {
      offerId: input.offerId,
      sent,
    });
    if (taken.settings.requireNic && owner.ownerNic === null) throw fail("owner.nic_required");
    const row = await storeBooking(ctx, {
      ...range,
      ...(await holdingOf(ctx, stationId, taken)),
      ...stepOf(ctx, station.approval),
      id: newId(),
      ownerId: owner.userId,
      stationId,
      businessId: station.businessId,
      wishedConnectorId: connectorId,
      vehicleId,
      vehiclePlate: input.vehiclePlate ?? plate,
      tariff,
      estimateMinor: estimateCharge(tariff, range, station).totalMinor,
    });
    const view = viewBooking(ctx, { ...row, ...namesOf(station, owner, taken.settings) });
    if (row.status !== "Approved") return view;
    return { ...view, qr: await issueQr(ctx, row, { first: taken.settings }) };
  });
}

/** Whether the place is to fit the plugs of the car that is named, which are known once it is read. */
const asksByCar = ({ vehicleId, standard, offerId }: CreateBooking): boolean =>
  vehicleId !== undefined && standard === undefined && offerId === undefined;

/** What the car asks of its place: what is said of it, else what its driver told of its plugs. */
function needOf(input: CreateBooking, plugs: readonly string[] | null): Need {
  const standard = asksByCar(input) && plugs && plugs.length > 0 ? plugs : input.standard;
  return needIn({ ...input, standard });
}

/** The place that it holds. */
const holdingOf = async (ctx: Context, stationId: string, held: Held) => ({
  standard: await choosePlug(ctx, stationId, held),
  minPowerW: held.need.minPowerW ?? null,
  placeGroup: held.group,
  origin: "Booking" as const,
});

/** Where it stands on its way: Approved at once where the station approves by itself. */
function stepOf(ctx: Context, approval: Approval) {
  const now = ctx.clock.now();
  const isApproved = approval === "Auto";
  return {
    status: isApproved ? ("Approved" as const) : ("Pending" as const),
    approvedAt: isApproved ? now : null,
    createdAt: now,
    updatedAt: now,
  };
}

/** What takes the places, where nothing of it has to be asked of the station. */
function sentEarly(ctx: Context, input: CreateBooking): Sent | undefined {
  const { stationId, startsAt, endsAt, connectorId, offerId } = input;
  if (!endsAt || connectorId !== undefined || offerId !== undefined) return undefined;
  if (asksByCar(input)) return undefined;
  return sendTaking(ctx, wantedClaimOf({ stationId, startsAt, endsAt }, needIn(input)));
}

/** What a booking's view tells of its station and owner besides, and the cutoff in force. */
const namesOf = (
  station: { readonly name: string; readonly timeZone: string },
  owner: UserActor,
  { changeCutoffMinutes, lateBeforeMinutes }: Settings,
): Omit<Booking, keyof BookingRow> => ({
  changeCutoffMinutes,
  lateBeforeMinutes,
  stationName: station.name,
  timeZone: station.timeZone,
  ownerName: owner.name,
  ownerNic: owner.ownerNic,
});

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

/** What is wished for is one of the station's connectors. */
function assertWished({ connectorId }: CreateBooking, found: string | null): void {
  if (connectorId !== undefined && found === null) {
    throw failField("connector.not_found", "connectorId");
  }
}
