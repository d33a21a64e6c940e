import { atStation, judgeInstant } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { fail, failField, type AppError } from "@/lib/core/errors";

import {
  lastOf,
  withAct,
  type ActRefusal,
  type SessionAct,
  type SessionTimes,
} from "./replay-acts";
import { findPauses } from "./store/pauses";
import type { SessionRow } from "./store/sessions";

/**
 * When an act on a session counts as done, behind the session's lock: now, or when a phone without network did it.
 * Never before anything that stands of the session already; an act that is told at once counts as done then at the
 * earliest, because what stands may be of a phone whose clock was ahead of ours.
 * Throws what `judgeInstant` throws, `session.before_last` at the field, `session.ended`, `session.paused` or
 * `session.not_paused`.
 */
export async function judgeAct(
  ctx: Context,
  session: SessionRow,
  kind: SessionAct["kind"],
  given: Date | undefined,
): Promise<Date> {
  const times = await timesOf(ctx, session);
  const judged = judgeInstant(ctx, given, "at");
  const last = lastOf(times);
  const at = given === undefined && judged < last ? last : judged;
  const next = withAct(times, { kind, at });
  if (typeof next === "string") throw refusalOf(next, session, last);
  return at;
}

/** When a note of a session was written: now, or when a phone without network did it; never before the session. */
export function judgeNote(ctx: Context, session: SessionRow, given: Date | undefined): Date {
  const at = judgeInstant(ctx, given, "at");
  const { startedAt } = session;
  if (given !== undefined && at < startedAt) throw refusalOf("before_last", session, startedAt);
  return at < startedAt ? startedAt : at;
}

async function timesOf(ctx: Context, session: SessionRow): Promise<SessionTimes> {
  const { startedAt, endedAt } = session;
  return { startedAt, endedAt, pauses: await findPauses(ctx, session.id) };
}

function refusalOf(why: ActRefusal, { timeZone }: SessionRow, lastAt: Date): AppError {
  switch (why) {
    case "not_started":
    case "started":
      throw new Error(`A stored session has begun once: ${why}.`);
    case "ended":
      return fail("session.ended");
    case "paused":
      return fail("session.paused");
    case "running":
      return fail("session.not_paused");
    case "before_last":
      return failField("session.before_last", "at", { lastAt, ...atStation(timeZone) });
  }
}
