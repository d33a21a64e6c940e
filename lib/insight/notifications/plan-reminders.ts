import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { scopeOf } from "@/lib/core/permissions";
import type { OutboxEvent } from "@/lib/records/outbox/inside";

import { leadMinutes } from "./rules";
import { reminderLead } from "./schema";
import { findBooking } from "./store/facts";
import { deleteReminders, putReminders } from "./store/reminders";

/**
 * Plans when the owner of an Approved booking is reminded, and plans anew when its time is another: leads that are past
 * at this event are left out, for whoever books or moves an hour ahead knows it; one that was told is not told again.
 * Of a booking in any other status nothing is planned any more.
 */
export async function planReminders(ctx: Context, { payload, at }: OutboxEvent): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const id = String(payload.bookingId);
  const booking = await findBooking(ctx, id);
  await deleteReminders(ctx, id);
  if (booking?.status !== "Approved" || booking.ownerId === null) return;
  const due = reminderLead.options
    .map((lead) => ({
      bookingId: id,
      lead,
      dueAt: new Date(booking.startsAt.getTime() - leadMinutes[lead] * minuteMs),
    }))
    .filter(({ dueAt }) => dueAt > at);
  await putReminders(ctx, due);
}
