import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { newBookingNumber, newId } from "@/lib/core/ids";
import type { Authorized } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/records/audit/inside";

import { insertBookings, type BookingRow } from "./store/bookings";

/** What another system knows of a car that came and charged. */
export type PastBooking = Pick<
  BookingRow,
  "businessId" | "stationId" | "startsAt" | "endsAt" | "tariff" | "estimateMinor"
>;

/**
 * Keeps what was over before it came here, as walk-ups of nobody known that were completed, with an audit record each;
 * it holds no place, and no event tells of it. Clocks that show minutes give a car that went in the one in which it
 * came no time at all: it is kept as a minute. Answers their ids in the same order, in the caller's transaction.
 */
export async function keepPastBookings(
  ctx: Context,
  _business: Authorized<{ readonly businessId: string }>,
  past: readonly PastBooking[],
): Promise<string[]> {
  const now = ctx.clock.now();
  const rows = past.map((one) => ({
    ...one,
    id: newId(),
    endsAt: new Date(Math.max(one.endsAt.getTime(), one.startsAt.getTime() + minuteMs)),
    status: "Completed" as const,
    origin: "WalkUp" as const,
    approvedAt: one.startsAt,
    createdAt: now,
    updatedAt: now,
  }));
  let left: readonly (typeof rows)[number][] = rows;
  // A number that somebody has already is drawn again.
  while (left.length > 0) {
    const kept = new Set(
      await insertBookings(
        ctx,
        left.map((row) => ({ ...row, number: newBookingNumber() })),
      ),
    );
    left = left.filter(({ id }) => !kept.has(id));
  }
  await recordAudit(
    ctx,
    ...rows.map(({ id, businessId, stationId, startsAt, endsAt }) => ({
      entity: "Booking" as const,
      entityId: id,
      action: "Create" as const,
      to: "Completed",
      changes: { startsAt, endsAt, imported: true },
      businessId,
      stationId,
    })),
  );
  return rows.map(({ id }) => id);
}
