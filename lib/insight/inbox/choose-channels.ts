import { inTransaction, type Context } from "@/lib/core/context";
import { newSecret } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";

import type { Channels, ChooseChannels } from "./schema";
import { findChannels, lockChannels, updateChannels } from "./store/channels";
import { viewChannels } from "./view";

/** By which ways one hears of what, and when not. */
export async function readChannels(ctx: Context): Promise<Channels> {
  const { actor } = asHolder(ctx, "notification.read");
  const [row] = await findChannels(ctx, [actor.userId]);
  return viewChannels(row);
}

/** Chooses by which ways one hears of what, and when not; what is not named stays. */
export async function chooseChannels(ctx: Context, input: ChooseChannels): Promise<Channels> {
  const { actor } = asHolder(ctx, "notification.manage");
  return inTransaction(ctx, async (ctx) => {
    const row = await lockChannels(ctx, actor.userId, newSecret());
    const { quietHours, inApp, timeZone, hourlyDigest } = input;
    const set = {
      email: { ...row.email, ...input.email },
      push: { ...row.push, ...input.push },
      sms: { ...row.sms, ...input.sms },
      ...(inApp && { inApp: inApp.all }),
      ...(quietHours !== undefined && {
        quietFrom: quietHours?.from ?? null,
        quietTo: quietHours?.to ?? null,
      }),
      ...(timeZone !== undefined && { timeZone }),
      ...(hourlyDigest !== undefined && { hourlyDigest }),
    };
    await updateChannels(ctx, actor.userId, set);
    return viewChannels({ ...row, ...set });
  });
}
