import { estimateCharge, nameOverlap, rangeOf } from "@/lib/charging/bookings/inside";
import type { CreateBooking } from "@/lib/charging/bookings/schema";
import type { Context } from "@/lib/core/context";
import { fail, type AppError } from "@/lib/core/errors";
import { moneyView } from "@/lib/core/money";
import { asHolder } from "@/lib/core/permissions";
import { needIn } from "@/lib/sites/schedules/inside";

import { getStation } from "@/lib/sites/stations/inside";

import { findAlternatives, type Alternative } from "./find-alternatives";
import { findHeld, type HeldAlternative } from "./find-held";
import { holdAlternative } from "./hold-alternative";
import { hourBefore, mayHoldMore } from "./rules";
import { findHadHeld } from "./store/entries";

/**
 * What follows when somebody was faster (product.md, Place offers): the same refusal, with the nearest alternatives, the
 * first of them held for two minutes where one may be; and where the caller has a booking at that time, with which it is.
 * Of any other refusal nothing. In transactions of its own: the request's was rolled back. Throws `slot.full` or
 * `booking.overlap`.
 */
export async function offerAlternatives(
  ctx: Context,
  input: Pick<
    CreateBooking,
    "stationId" | "startsAt" | "endsAt" | "minutes" | "standard" | "minPowerKw"
  >,
  refusal: AppError,
): Promise<void> {
  const asOwner = asHolder(ctx, "booking.create");
  const { code } = refusal;
  if (code !== "slot.full" && code !== "booking.overlap") return;
  const { userId } = asOwner.actor;
  const { stationId, startsAt } = input;
  // Only of a length is it asked how long the station's slots are.
  const endsAt = input.endsAt ?? rangeOf(input, await getStation(ctx, stationId)).endsAt;
  if (code === "booking.overlap") return nameOverlap(ctx, { startsAt, endsAt });
  const need = needIn(input);
  const refused = { stationId, startsAt, endsAt, need };
  const [had, found] = await Promise.all([
    findHadHeld(ctx, userId, hourBefore(ctx.clock.now())),
    findAlternatives(ctx, userId, refused),
  ]);
  const held = had.isOffered ? await findHeld(ctx, userId, refused) : null;
  const [first] = found;
  if (!first && !held) return;
  // Asked again behind a lock where it may be.
  const mayHold = first && mayHoldMore(had, first.station.alternativesPerHour);
  const offer = mayHold ? await holdAlternative(ctx, userId, { ...first, need }) : null;
  const others = Number(refusal.details?.others ?? 0);
  const shown = found.map((one, at) => ({ ...told(one), ...(at === 0 && offer ? offer : {}) }));
  throw fail("slot.full", { others, alternatives: held ? [toldHeld(held), ...shown] : shown });
}

/** What is held already stands before all others, so that whoever asks again can take it still. */
const toldHeld = ({ offerId, offerEndsAt, ...one }: HeldAlternative) => ({
  ...told(one),
  offerId,
  offerEndsAt,
});

function told({ stationId, startsAt, endsAt, station }: Alternative) {
  const { tariff, powerW, distanceM, name, timeZone } = station;
  const estimate = tariff && estimateCharge(tariff, { startsAt, endsAt }, { powerW }).totalMinor;
  return {
    stationId,
    stationName: name,
    timeZone,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    distanceM,
    estimate: tariff && estimate !== null ? moneyView(estimate, tariff.currency) : null,
  };
}
