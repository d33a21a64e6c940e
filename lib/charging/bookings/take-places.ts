import type { Context } from "@/lib/core/context";
import type { AppError } from "@/lib/core/errors";
import { getSettings, type Settings } from "@/lib/records/settings/inside";
import {
  claimOrMeet,
  findSlots,
  longestSlotBefore,
  takeByCount,
  type Slot,
  type Need,
  type Taken,
  type WantedClaim,
} from "@/lib/sites/schedules/inside";

import type { Range } from "./cut-ranges";
import { refuseFull } from "./refuse-full";
import { assertLength, assertStart, refuseLength, refuseTaking } from "./rules";

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
  { limits }: { readonly limits?: Partial<BookingLimits> } = {},
): Promise<Free> {
  const free = await tryPlaces(ctx, businessId, wanted, { limits });
  if ("refused" in free) throw free.refused;
  return free;
}

type Free = Omit<Taken, "slots"> & { readonly settings: Settings };

interface Full {
  readonly refused: AppError;
  readonly isOffered: boolean;
}

/** The same, but where it is full it answers so. */
async function tryPlaces(
  ctx: Context,
  businessId: string,
  wanted: WantedClaim,
  {
    limits,
    sent,
  }: { readonly limits?: Partial<BookingLimits> | undefined; readonly sent?: Partial<Sent> },
): Promise<Free | Full> {
  const { stationId } = wanted;
  // Sent together; what is taken and then refused is given back by the transaction.
  const [inForce, claimed] = await Promise.all([
    sent?.settings ?? getSettings(ctx, { businessId, stationId }),
    claimOrMeet(ctx, wanted, sent?.taken),
  ]);
  const settings = { ...inForce, ...limits };
  const max = settings.maxSlotsPerBooking;
  assertStart(wanted, ctx.clock.now(), settings);
  assertLength(wanted, max);
  const { taken } = claimed;
  if (taken && taken.slots.length <= max) return { settings: inForce, ...taken };
  if (taken) throw refuseLength(max);
  const { met } = claimed;
  const refused = refuseTaking(wanted, timesOf(met.slots), max);
  if (refused) throw refused;
  return { refused: refuseFull(wanted, met), isOffered: met.isOffered };
}

/** The times of a station's slots, those of several groups at one time once, in order. */
function timesOf(slots: readonly Slot[]): Range[] {
  const ends = new Map<number, number>();
  for (const { startsAt, endsAt } of slots) {
    const start = startsAt.getTime();
    ends.set(start, Math.max(ends.get(start) ?? 0, endsAt.getTime()));
  }
  return [...ends]
    .toSorted(([one], [other]) => one - other)
    .map(([start, end]) => ({ startsAt: new Date(start), endsAt: new Date(end) }));
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
  const taken = sent?.taken ?? takeByCount(ctx, wanted);
  // Asked along with what the claim met, where it found no room.
  const isHeld = taken.then(
    (slots) => slots.length === 0 && ctx.ports.isHeldForCaller(ctx, wanted),
  );
  isHeld.catch(() => {});
  const free = await tryPlaces(ctx, businessId, wanted, { sent: { ...sent, taken } });
  if (!("refused" in free)) return { ...free, need: wanted.need };
  const mayBeHeld = (await isHeld) || free.isOffered;
  const held = mayBeHeld && (await takeHeld(ctx, businessId, wanted));
  if (held) return held;
  throw free.refused;
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
