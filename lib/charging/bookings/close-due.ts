import { inTransaction, type Context } from "@/lib/core/context";
import { transitionAll } from "@/lib/core/transitions";
import { lockPlaces, releasePlaces } from "@/lib/sites/schedules/inside";
import type { SettingName } from "@/lib/words";

import { tellChange } from "./change-status";
import { settleConflicts } from "./flag-conflicts";
import { claimOf } from "./claim-range";
import { bookingMachine } from "./rules";
import type { OpenStatus } from "./schema";
import { shareStations } from "./store/bookings";
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
  const { action, reason } = closing;
  await transitionAll(ctx, bookingMachine, due, {
    action,
    reason,
    payload: tellChange(reason),
    update: async (step) => {
      const ids = due.map(({ id }) => id);
      const closed = await closeBookings(ctx, ids, step);
      await releasePlaces(ctx, claims);
      return due.filter(({ id }) => closed.has(id)).map((row) => ({ ...row, status: step.to }));
    },
  });
  for (const stationId of new Set(due.map((booking) => booking.stationId))) {
    await settleConflicts(ctx, stationId);
  }
  return due.length;
}
