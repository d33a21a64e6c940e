import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";
import { lockPlaces, releasePlaces } from "@/lib/sites/schedules/inside";
import type { SettingName } from "@/lib/words";

import { decideTransition } from "./decide-transition";
import { settleConflicts } from "./flag-conflicts";
import { claimOf } from "./rules";
import type { OpenStatus } from "./schema";
import { shareStations, type BookingRow } from "./store/bookings";
import { claimStarted, closeBookings } from "./store/due";

const batch = 100;

interface Closing {
  readonly action: "markNoShow" | "reject";
  readonly from: OpenStatus;
  readonly after?: SettingName;
  readonly reason?: string;
}

/**
 * Closes the bookings that are due, in batches, each in a transaction of its own, and gives their places back.
 * Several workers may do it at once: each claims what nobody else holds, so none is closed twice. Returns how many.
 */
export async function closeDue(ctx: Context, closing: Closing): Promise<number> {
  let closed = 0;
  for (;;) {
    const count = await inTransaction(ctx, (ctx) => closeBatch(ctx, closing));
    closed += count;
    if (count < batch) return closed;
  }
}

async function closeBatch(ctx: Context, closing: Closing): Promise<number> {
  const due = await claimStarted(ctx, {
    status: closing.from,
    ...(closing.after && { after: closing.after }),
    limit: batch,
  });
  if (due.length === 0) return 0;
  // A claimed booking is skipped by those who hold its station exclusively, so waiting for the station is safe here.
  await shareStations(
    ctx,
    due.map(({ stationId }) => stationId),
  );
  const claims = due.map(claimOf);
  await lockPlaces(ctx, claims);
  await closeBookings(
    ctx,
    due.map(({ id }) => id),
    decideTransition(closing.from, closing.action, ctx.actor).to,
  );
  await releasePlaces(ctx, claims);
  await tell(ctx, due, closing);
  for (const stationId of new Set(due.map((booking) => booking.stationId))) {
    await settleConflicts(ctx, stationId);
  }
  return due.length;
}

async function tell(ctx: Context, closed: readonly BookingRow[], closing: Closing): Promise<void> {
  const { action, from, reason } = closing;
  const { to } = decideTransition(from, action, ctx.actor);
  await recordAudit(
    ctx,
    ...closed.map(({ id, businessId, stationId, ownerId }) => ({
      entity: "Booking" as const,
      entityId: id,
      action: action === "reject" ? ("Reject" as const) : ("NoShow" as const),
      from,
      to,
      reason,
      businessId,
      stationId,
      ownerId,
    })),
  );
  await publishEvent(
    ctx,
    ...closed.map(({ id, businessId, stationId, ownerId }) => ({
      type: action === "reject" ? ("booking.rejected" as const) : ("booking.no_show" as const),
      payload: { bookingId: id, ownerId, from, status: to, reason: reason ?? null },
      businessId,
      stationId,
    })),
  );
}
