import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { getSettings, type Settings } from "@/lib/records/settings/inside";
import {
  claimPlaces,
  findSlots,
  longestSlotBefore,
  takeByCount,
  type Need,
  type Taken,
  type WantedClaim,
} from "@/lib/sites/schedules/inside";

import { refuseFull } from "./refuse-full";
import { assertLength, assertStart, refuseTaking } from "./rules";

/** The settings that say which times may be booked. */
export type BookingLimits = Pick<Settings, "leadMinutes" | "maxDaysAhead" | "maxSlotsPerBooking">;

/** What is asked for and answered while the station is still being read: `sendTaking`. */
export interface Sent {
  readonly settings: Promise<Settings>;
  readonly taken: ReturnType<typeof takeByCount>;
}

/**
 * Sends what takes the places along with what locks and reads the station, for a range that is known before; the caller
 * has sent that first. What is refused then is given back by the transaction.
 */
export function sendTaking(ctx: Context, wanted: WantedClaim): Sent {
  const { stationId } = wanted;
  const sent = {
    settings: getSettings(ctx, { businessOf: stationId, stationId }),
    taken: takeByCount(ctx, wanted),
  };
  // Who refuses before looks at neither.
  for (const one of Object.values(sent)) one.catch(() => {});
  return sent;
}

/**
 * Takes a place in every slot of the claim, which keeps the rules of product.md, or throws. `limits` hold instead of
 * those in force, where staff put right what the station changed. Answers the settings in force, and the group of the
 * place.
 */
export async function takePlaces(
  ctx: Context,
  businessId: string,
  wanted: WantedClaim,
  { limits, sent }: { readonly limits?: Partial<BookingLimits>; readonly sent?: Sent } = {},
): Promise<Omit<Taken, "slots"> & { readonly settings: Settings }> {
  const { stationId, startsAt, endsAt } = wanted;
  // Sent together; what is taken and then refused is given back by the transaction.
  const [inForce, taken] = await Promise.all([
    sent?.settings ?? getSettings(ctx, { businessId, stationId }),
    claimPlaces(ctx, wanted, sent?.taken),
  ]);
  const settings = { ...inForce, ...limits };
  const max = settings.maxSlotsPerBooking;
  assertStart(wanted, ctx.clock.now(), settings);
  assertLength(wanted, max);
  if (taken && taken.slots.length <= max) return { settings: inForce, ...taken };
  // What was missing is only asked for when something was.
  const [all, full] = await Promise.all([
    findSlots(ctx, stationId, longestSlotBefore(startsAt), endsAt),
    refuseFull(ctx, wanted),
  ]);
  throw refuseTaking(wanted, all, max) ?? full;
}

/** A place in every slot, in a group, for what the car needs. */
export interface Held extends Omit<Taken, "slots"> {
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
  { offerId, sent }: { readonly offerId?: string | undefined; readonly sent?: Sent | undefined },
): Promise<Held> {
  if (offerId !== undefined) {
    const held = await takeHeld(ctx, businessId, wanted, offerId);
    if (held) return held;
  }
  try {
    return { ...(await takePlaces(ctx, businessId, wanted, sent && { sent })), need: wanted.need };
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
