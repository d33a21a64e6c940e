import { refuseStart } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { assertOwnerActive } from "@/lib/people/accounts/inside";
import { recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings } from "@/lib/records/settings/inside";
import { hasRoom, needIn } from "@/lib/sites/schedules/inside";
import { assertTakesBookings, lockStation } from "@/lib/sites/stations/inside";

import { assertFree, assertSlots } from "./check-wanted";
import { leaveWaiting } from "./leave-waiting";
import { mostLines } from "./rules";
import type { JoinWaiting, WaitingView } from "./schema";
import {
  countLines,
  findEntry,
  findHeldAlternative,
  findSame,
  insertEntry,
  type WaitingRow,
} from "./store/entries";
import { toldWaiting, viewWaiting } from "./view";

/**
 * Puts the calling owner in line for a time at which their station is full for their car (product.md, Place offers):
 * whoever came first is offered the place that becomes free. A time for which they wait already answers the same entry.
 * An alternative that was held for them without being asked for is given back: while they have one, they are offered none.
 * Throws `owner.deactivated`, `station.not_found`, `station.inactive`, `booking.in_past`, `booking.lead_time`,
 * `booking.too_far_ahead`, `booking.not_on_slots`, `booking.too_many_slots`, `booking.overlap`, `waiting.not_full` or
 * `waiting.too_many`; then they stand in no other line than before.
 */
export async function joinWaiting(
  ctx: Context,
  input: JoinWaiting & { readonly stationId: string },
): Promise<WaitingView> {
  const asOwner = asHolder(ctx, "waiting.join");
  assertOwnerActive(asOwner);
  const ownerId = asOwner.actor.userId;
  return inTransaction(ctx, async (ctx) => {
    // Shared, so that nobody is offered anything here between the look and the line.
    const station = await lockStation(ctx, input.stationId, "share");
    assertTakesBookings(station);
    const { id: stationId, businessId } = station;
    const { startsAt, endsAt } = input;
    const time = { stationId, startsAt, endsAt };
    const same = await findSame(ctx, ownerId, time);
    if (same) return view(ctx, same);
    const settings = await getSettings(ctx, { businessId, stationId });
    const refused = refuseStart(time, ctx.clock.now(), settings);
    if (refused) throw refused;
    await assertSlots(ctx, time, settings.maxSlotsPerBooking);
    await assertFree(ctx, ownerId, time);
    const need = needIn(input);
    if (await hasRoom(ctx, { kind: "Booking", ...time, need })) throw fail("waiting.not_full");
    if ((await countLines(ctx, ownerId)) >= mostLines) {
      throw fail("waiting.too_many", { max: mostLines });
    }
    const row = await insertEntry(ctx, {
      id: newId(),
      kind: "Waiting",
      status: "Waiting",
      ownerId,
      ...time,
      businessId,
      standards: need.standards ? [...need.standards] : null,
      minPowerW: need.minPowerW ?? null,
      createdAt: ctx.clock.now(),
      updatedAt: ctx.clock.now(),
    });
    // Two taps at once: the other made it.
    const other = row ?? (await findSame(ctx, ownerId, time));
    if (!other) throw fail("waiting.not_found");
    if (row) {
      await tellJoined(ctx, row);
      const held = await findHeldAlternative(ctx, ownerId);
      if (held) await leaveWaiting(ctx, held);
    }
    return view(ctx, other);
  });
}

async function tellJoined(ctx: Context, row: WaitingRow): Promise<void> {
  const { id, businessId, stationId, ownerId } = row;
  await recordAudit(ctx, {
    entity: "Waiting",
    entityId: id,
    action: "Create",
    to: row.status,
    changes: { startsAt: row.startsAt, endsAt: row.endsAt },
    ownerId,
    businessId,
    stationId,
  });
  await publishEvent(ctx, {
    type: "waiting.joined",
    payload: toldWaiting(row),
    businessId,
    stationId,
  });
}

async function view(ctx: Context, { id }: WaitingRow): Promise<WaitingView> {
  const entry = await findEntry(ctx, id);
  if (!entry) throw fail("waiting.not_found");
  return viewWaiting(ctx, entry);
}
