import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { newId } from "@/lib/core/ids";
import { getSettings } from "@/lib/records/settings/inside";

import { insertSession, type SessionRow } from "./store/credentials";

/** Begins a login session by the real clock; it ends after `sessionDays` at the latest, however often it is used. */
export async function startSession(ctx: Context, userId: string): Promise<SessionRow> {
  const { sessionDays } = await getSettings(ctx);
  const startedAt = ctx.clock.real();
  const expiresAt = new Date(startedAt.getTime() + sessionDays * dayMs);
  const { device } = ctx;
  return insertSession(ctx, { id: newId(), userId, device, startedAt, expiresAt });
}
