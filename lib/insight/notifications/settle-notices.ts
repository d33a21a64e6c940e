import type { Context } from "@/lib/core/context";
import { settleNotifications } from "@/lib/insight/inbox/inside";

import type { Facts } from "./gather-facts";
import { asks, whyUseless } from "./judge-message";

/**
 * What asked people to do something about a booking counts as read once that is done, or can be done no more: by the rule
 * by which its messages go out no more. `facts` are of whatever just happened.
 */
export async function settleNotices(ctx: Context, facts: readonly Facts[]): Promise<void> {
  const bookings = new Map(
    facts.flatMap(({ booking }) => (booking ? [[booking.id, booking]] : [])),
  );
  if (bookings.size === 0) return;
  const known = { bookings, addresses: new Map<string, string>() };
  const all = [...bookings.values()];
  await settleNotifications(
    ctx,
    {
      bookingIds: all.map(({ id }) => id),
      kinds: asks,
      ownerIds: [...new Set(all.flatMap(({ ownerId }) => ownerId ?? []))],
      businessIds: [...new Set(all.map(({ businessId }) => businessId))],
    },
    async (row) => (await whyUseless(ctx, row, known)) !== null,
  );
}
