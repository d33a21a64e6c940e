import { assertOwnerActive } from "@/lib/people/accounts/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { asHolder } from "@/lib/core/permissions";
import { needIn, type Need } from "@/lib/sites/schedules/inside";

import { needOf } from "./claim-range";
import { getPermitted, lockBooking } from "./get-booking";
import { bookingMachine } from "./rules";
import type { BookingView, ModifyBooking } from "./schema";
import type { Booking } from "./store/bookings";
import { shiftBooking } from "./shift-booking";

/**
 * Moves the owner's booking to other slots of its station, or to a place for another plug or power at the same time,
 * until the cutoff before its start (product.md, Modify): the old places are given back and the new ones taken together,
 * or nothing changes. The old QR code stops
 * working; an Approved booking waits for approval again at a station that reviews. The agreed tariff stays and is
 * estimated anew. Throws `booking.not_found`, `owner.deactivated`, `booking.status`, `booking.change_cutoff`, and
 * what `createBooking` throws about the new times; `booking.station_fixed` and `booking.owner_mismatch` where the booking is
 * to be another station's, or another owner's.
 */
export async function modifyBooking(
  ctx: Context,
  input: ModifyBooking & { readonly id: string },
): Promise<BookingView> {
  return inTransaction(ctx, async (ctx) => {
    const found = await getPermitted(ctx, "booking.modify", input.id);
    assertOwnerActive(asHolder(ctx, "booking.modify"));
    const booking = await lockBooking(ctx, found, { owner: true });
    decide(ctx, bookingMachine, booking, "modify");
    assertSame(booking, input);
    const { vehiclePlate } = input;
    return shiftBooking(ctx, booking, input, {
      action: "modify",
      vehiclePlate,
      need: changedNeed(booking, input),
    });
  });
}

/** What the car needs from now on: as it is said, and as before where nothing is. */
function changedNeed(booking: Booking, { standard, minPowerKw }: ModifyBooking): Need {
  const [before, said] = [
    needOf(booking),
    needIn({ standard: standard ?? undefined, minPowerKw: minPowerKw ?? undefined }),
  ];
  return {
    standards: standard === undefined ? before.standards : said.standards,
    minPowerW: minPowerKw === undefined ? before.minPowerW : said.minPowerW,
  };
}

/** A change may name what stays; it cannot change it. */
function assertSame(booking: Booking, { stationId, ownerNic }: ModifyBooking): void {
  if (stationId !== undefined && stationId !== booking.stationId) {
    throw failField("booking.station_fixed", "stationId");
  }
  if (ownerNic !== undefined && ownerNic !== booking.ownerNic) {
    throw failField("booking.owner_mismatch", "ownerNic");
  }
}
