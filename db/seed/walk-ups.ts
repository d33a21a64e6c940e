import { keepOvertaken } from "@/lib/charging/queue";
import { finalizeSession, startWalkUp } from "@/lib/charging/sessions";
import type { Actor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { hourMs, minuteMs } from "@/lib/core/durations";
import { isAppError } from "@/lib/core/errors";

import type { Place, Step } from "./bookings";

/** A second phone, without network, finished the same session two minutes later, and tells it now. */
const finishAgain = (
  ctx: Context,
  bookingId: string,
  left: Date,
  session: Parameters<typeof keepOvertaken>[2],
) =>
  keepOvertaken(
    ctx,
    {
      act: "Finalize",
      at: new Date(left.getTime() + 2 * minuteMs),
      key: undefined,
      of: { bookingId },
      told: { kWh: "14.6", payment: { mode: "cash", amount: "10.00" }, notes: "Paid in notes." },
    },
    session,
  );

/**
 * Cars without a booking at the stations of the demo's operator: one that came and paid yesterday, and one that charges
 * now, each at the first station that has a place for it. The first was finished by two phones, one of them without
 * network: what that one tells is an exception for somebody to settle.
 */
export function planWalkUps(
  contextAt: (at: Date, actor: Actor) => Context,
  places: readonly Place[],
  now: Date,
): Step[] {
  const thisHour = Math.floor(now.getTime() / hourMs) * hourMs;
  const yesterday = thisHour - 25 * hourMs + 10 * minuteMs;
  let paid: { readonly bookingId: string; readonly place: Place } | null = null;
  const letIn = async (at: Date, plate: string) => {
    for (const place of places) {
      try {
        const ctx = contextAt(at, place.operator);
        const { bookingId } = await startWalkUp(ctx, { stationId: place.station.id, plate });
        return { bookingId, place };
      } catch (error) {
        if (!isAppError(error)) throw error;
      }
    }
    return null;
  };
  const came = new Date(yesterday);
  const left = new Date(yesterday + 38 * minuteMs);
  const told = new Date(left.getTime() + 20 * minuteMs);
  // Late in the hour the free places are kept for those who booked the next one.
  const today = new Date(Math.min(thisHour + 12 * minuteMs, now.getTime()));
  return [
    { at: came, run: async () => (paid = await letIn(came, "KNR-7306")) && "made" },
    {
      at: left,
      run: async () => {
        if (!paid) return;
        const { bookingId, place } = paid;
        const payment = { mode: "cash" as const };
        const ctx = contextAt(left, place.operator);
        const session = await finalizeSession(ctx, { bookingId, kWh: "14.2", payment });
        await finishAgain(contextAt(told, place.operator), bookingId, left, session);
      },
    },
    { at: today, run: async () => (await letIn(today, "LGM-2148")) && "made" },
  ];
}
