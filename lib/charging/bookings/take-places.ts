import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { getSettings, type Settings } from "@/lib/records/settings/inside";
import {
  claimPlaces,
  findSlots,
  longestSlotBefore,
  type Need,
  type Taken,
  type WantedClaim,
} from "@/lib/sites/schedules/inside";

import { refuseFull } from "./refuse-full";
import { assertLength, assertStart, refuseTaking } from "./rules";

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

/** A place in every slot, in a group, for what the car needs. */
interface Held extends Omit<Taken, "slots"> {
  readonly settings: Settings;
  readonly need: Need;
}

/**
 * The places that are held for the calling owner at that time (product.md, Place offers), where one is named, or where
 * nothing else is left; else as `takePlaces` has it. Throws what that throws, or `offer.ended`.
 */
export async function takeHeldOrFree(
  ctx: Context,
  businessId: string,
  wanted: WantedClaim,
  offerId: string | undefined,
): Promise<Held> {
  if (offerId !== undefined) {
    const held = await takeHeld(ctx, businessId, wanted, offerId);
    if (held) return held;
  }
  try {
    return { ...(await takePlaces(ctx, businessId, wanted)), need: wanted.need };
  } catch (error) {
    const held = isAppError(error, "slot.full") && (await takeHeld(ctx, businessId, wanted));
    if (held) return held;
    throw error;
  }
}

async function takeHeld(
  ctx: Context,
  businessId: string,
  { stationId, startsAt, endsAt, need }: WantedClaim,
  offerId?: string,
): Promise<Held | null> {
  const range = { startsAt, endsAt };
  const held = await ctx.ports.takeOffer(ctx, { offerId, stationId, ...range });
  if (!held || (offerId === undefined && !isMet(need, held.need))) return null;
  const settings = await getSettings(ctx, { businessId, stationId });
  assertStart(range, ctx.clock.now(), settings);
  // What the station does not open any more, it does not give either.
  const all = await findSlots(ctx, stationId, longestSlotBefore(startsAt), endsAt);
  const refused = refuseTaking(range, all, settings.maxSlotsPerBooking);
  if (refused) throw refused;
  return { settings, ...held };
}

/** Whether what is held was asked for with the same need, or now with none. */
const isMet = ({ standards, minPowerW }: Need, held: Need) =>
  (standards === undefined || String(standards) === String(held.standards)) &&
  (minPowerW === undefined || minPowerW === held.minPowerW);
