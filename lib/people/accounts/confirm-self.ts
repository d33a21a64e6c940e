import type { Context } from "@/lib/core/context";
import { minuteMs } from "@/lib/core/durations";
import { failField } from "@/lib/core/errors";
import { verifyPassword } from "@/lib/core/passwords";
import { asHolder } from "@/lib/core/permissions";

import { getSelf } from "./read-me";
import { freshSignInMinutes } from "./rules";
import { findOpenSession } from "./store/credentials";

/**
 * Makes sure that it is the person themselves who asks for what opens their account from then on, and not who found
 * their browser open: the password says so or, where none is given, that this login began within ten minutes of the
 * real clock. Throws `password.needed` or `password.wrong`, at `password`.
 */
export async function confirmSelf(ctx: Context, password: string | undefined): Promise<void> {
  if (password === undefined) {
    if (await isFresh(ctx)) return;
    throw failField("password.needed", "password");
  }
  const { passwordHash } = await getSelf(ctx);
  if (!(await verifyPassword(passwordHash, password)).matches) {
    throw failField("password.wrong", "password");
  }
}

async function isFresh(ctx: Context): Promise<boolean> {
  const { sessionId } = asHolder(ctx, "account.self").actor;
  const now = ctx.clock.real();
  const session = sessionId === undefined ? null : await findOpenSession(ctx, sessionId, now);
  if (!session) return false;
  return now.getTime() - session.startedAt.getTime() < freshSignInMinutes * minuteMs;
}
