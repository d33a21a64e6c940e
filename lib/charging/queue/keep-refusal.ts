import { findShownBooking, isAhead, isToldLate } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { fail, type AppError } from "@/lib/core/errors";
import { isUuid, newId } from "@/lib/core/ids";
import { asHolder, scopeOf } from "@/lib/core/permissions";
import { findTrail, recordAudit } from "@/lib/records/audit/inside";
import { publishEvent } from "@/lib/records/outbox/inside";

import { isWorthKeeping } from "./rules";
import type { OfflineAct } from "./schema";
import { findSubject, insertRefusal } from "./store/refusals";

/** An act that a phone told, as its request had it. */
export interface ToldAct {
  readonly act: OfflineAct;
  /** When it was done; an act without an instant was not made without network. */
  readonly at: Date | undefined;
  /** The request's idempotency key, where it has one. */
  readonly key: string | undefined;
  /** What it is about. */
  readonly of:
    | { readonly bookingId: string }
    | { readonly sessionId: string }
    | { readonly qr?: string | undefined; readonly code?: string | undefined };
  /** What it was done with; never a code. */
  readonly told: Readonly<Record<string, unknown>>;
}

/**
 * Keeps an act that a phone did without network and that was just refused, so that what happened at the gate is not
 * lost: once for each idempotency key, in a transaction of its own, since the request's was rolled back. Nothing is
 * kept of what was told at once, of what is only malformed or may be tried again, nor of a booking that is not the
 * operator's business's.
 */
export async function keepRefusal(ctx: Context, told: ToldAct, refusal: AppError): Promise<void> {
  const { actor } = asHolder(ctx, "exception.keep");
  const { at, act } = told;
  const isOffline = at !== undefined && (isToldLate(ctx, at) || isAhead(ctx, at));
  if (!isOffline || !isWorthKeeping(refusal)) return;
  const { businessId } = actor;
  const of = await subjectOf(ctx, told.of);
  const subject = of && businessId !== null ? await findSubject(ctx, businessId, of) : null;
  if (!subject || businessId === null) return;
  const { status, ...about } = subject;
  const last = await lastDeed(ctx, subject);
  const id = newId();
  const row = {
    ...about,
    id,
    businessId,
    refusedBy: actor.userId,
    key: told.key ?? `${act} ${subject.bookingId} ${at.toISOString()}`,
    act,
    actedAt: at,
    createdAt: ctx.clock.now(),
    told: { ...told.told },
    code: refusal.code,
    details: { ...refusal.details },
    found: { status, ...last },
  };
  await inTransaction(ctx, async (ctx) => {
    if (!(await insertRefusal(ctx, row))) return;
    const { stationId, ownerId, bookingId } = about;
    await recordAudit(ctx, {
      entity: "OfflineAct",
      entityId: id,
      action: "Refuse",
      changes: { act, madeOfflineAt: at.toISOString(), code: refusal.code },
      businessId,
      stationId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "exception.kept",
      payload: { exceptionId: id, bookingId },
      businessId,
      stationId,
    });
  });
}

/**
 * Keeps a finalize without network that found the session finalized by another: it is answered with that first result,
 * and what it was done with, such as money that was taken, would be lost.
 */
export async function keepOvertaken(
  ctx: Context,
  told: ToldAct,
  session: { readonly startedAt: string; readonly endedAt: string | null },
): Promise<void> {
  scopeOf(ctx, "exception.keep");
  const { at } = told;
  const { minutes } = told.told;
  if (at === undefined) return;
  const asked =
    typeof minutes === "number"
      ? Math.min(Date.parse(session.startedAt) + minutes * minuteMs, at.getTime())
      : at.getTime();
  const isOwn = session.endedAt === new Date(asked).toISOString();
  if (!isOwn) await keepRefusal(ctx, told, fail("session.ended"));
}

async function subjectOf(ctx: Context, of: ToldAct["of"]) {
  if ("bookingId" in of) return isUuid(of.bookingId) ? of : null;
  if ("sessionId" in of) return isUuid(of.sessionId) ? of : null;
  const booking = await findShownBooking(ctx, { ...of });
  return booking && { bookingId: booking.id };
}

/** What was done last to the session, or to the booking where it has none. */
async function lastDeed(
  ctx: Context,
  { bookingId, sessionId }: { readonly bookingId: string; readonly sessionId: string | null },
) {
  const trail = sessionId
    ? await findTrail(ctx, "Session", sessionId)
    : await findTrail(ctx, "Booking", bookingId);
  const last = trail.at(-1);
  return {
    action: last?.action ?? null,
    at: last?.at ?? null,
    by: last?.actor.name ?? null,
  };
}
