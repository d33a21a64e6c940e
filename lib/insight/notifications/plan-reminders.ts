import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import type { OutboxEvent } from "@/lib/records/outbox/inside";

import { leadMinutes } from "./rules";
import { reminderLead } from "./schema";
import { findBookings } from "./store/facts";
import { deleteReminders, putReminders } from "./store/reminders";

/** Plans the reminders of one event's booking. */
export const planReminders = (ctx: Context, event: OutboxEvent): Promise<void> =>
  planAllReminders(ctx, [event]);

/**
 * Plans when the owners of Approved bookings are reminded, and plans anew when a booking's time is another: leads that
 * are past at this event are left out, for whoever books or moves an hour ahead knows it; one that was told is not told
 * again. Of a booking in any other status nothing is planned any more. Of several events of one booking the last says
 * it all.
 */
export async function planAllReminders(
  ctx: Context,
  events: readonly OutboxEvent[],
): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const last = new Map(events.map(({ payload, at }) => [String(payload.bookingId), at]));
  const ids = [...last.keys()];
  const bookings = await findBookings(ctx, ids);
  await deleteReminders(ctx, ids);
  await putReminders(
    ctx,
    [...last].flatMap(([bookingId, at]) => {
      const booking = bookings.get(bookingId);
      if (booking?.status !== "Approved" || booking.ownerId === null) return [];
      const { startsAt } = booking;
      return reminderLead.options
        .map((lead) => ({
          bookingId,
          lead,
          dueAt: new Date(startsAt.getTime() - leadMinutes[lead] * minuteMs),
        }))
        .filter(({ dueAt }) => dueAt > at);
    }),
  );
}
