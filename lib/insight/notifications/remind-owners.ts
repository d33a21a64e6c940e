import { inTransaction, type Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { leadMinutes } from "./rules";
import { reminderLead, type ReminderLead } from "./schema";
import { claimDue, settleReminders } from "./store/reminders";

/** Reminders told in one transaction at most. */
const mostTogether = 500;

/**
 * Tells of bookings that begin in 24 hours, 2 hours or 15 minutes, once each. One that comes late, because no worker
 * ran, is still told until the next lead's time, or the start; then the next one says it. Returns how many were told.
 */
export async function remindOwners(ctx: Context): Promise<{ reminded: number }> {
  scopeOf(ctx, "booking.remind");
  let reminded = 0;
  for (;;) {
    const told = await inTransaction(ctx, remindSome);
    reminded += told.reminded;
    if (told.claimed < mostTogether) return { reminded };
  }
}

async function remindSome(ctx: Context): Promise<{ claimed: number; reminded: number }> {
  const now = ctx.clock.now();
  const claimed = (await claimDue(ctx, now, mostTogether)).map((one) => ({
    ...one,
    isTold: isToTell(one, now),
  }));
  const told = claimed.filter(({ isTold }) => isTold);
  await publishEvent(
    ctx,
    ...told.map(({ bookingId, ownerId, lead, startsAt, businessId, stationId }) => ({
      type: "booking.reminder" as const,
      payload: {
        bookingId,
        ownerId: ownerId ?? "",
        minutes: leadMinutes[lead],
        startsAt: startsAt.toISOString(),
      },
      businessId,
      stationId,
    })),
  );
  await settleReminders(ctx, claimed, now);
  return { claimed: claimed.length, reminded: told.length };
}

/** Whether it is still to be told: of a booking that waits for its driver, before the next lead says the same. */
function isToTell(
  {
    status,
    startsAt,
    dueAt,
    lead,
    ownerId,
  }: { status: string; startsAt: Date; dueAt: Date; lead: ReminderLead; ownerId: string | null },
  now: Date,
): boolean {
  if (status !== "Approved" || ownerId === null) return false;
  // Moved, and not yet planned anew.
  if (startsAt.getTime() - dueAt.getTime() !== leadMinutes[lead] * minuteMs) return false;
  const next = reminderLead.options[reminderLead.options.indexOf(lead) + 1];
  return now.getTime() < startsAt.getTime() - (next ? leadMinutes[next] : 0) * minuteMs;
}
