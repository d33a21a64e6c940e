import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/seal";
import {
  deleteDevice,
  deleteSubscription,
  findDevice,
  findSubscription,
} from "@/lib/insight/inbox/inside";

import { RingsNoMore, type Outgoing } from "./rules";
import type { MessageRow } from "./store/messages";

type To = Pick<MessageRow, "channel" | "recipient" | "userId">;

/** What a push message rings; nothing for other ways. Throws `RingsNoMore` where it is gone, or another person's now. */
export async function findReceiver(
  ctx: Context,
  { channel, recipient, userId }: To,
): Promise<Pick<Outgoing, "subscription" | "token">> {
  if (channel === "WebPush") {
    const subscription = await findSubscription(ctx, recipient);
    if (!subscription || subscription.userId !== userId) throw new RingsNoMore();
    return { subscription };
  }
  if (channel === "AppPush") {
    const device = await findDevice(ctx, recipient);
    if (!device || device.userId !== userId) throw new RingsNoMore();
    const { tokenSealed, tokenHash } = device;
    return { token: unseal(ctx.config.dataKeys, tokenSealed, `device/${tokenHash}`) };
  }
  return {};
}

/** Forgets what rings no more. */
export async function forgetReceiver(ctx: Context, { channel, recipient }: To): Promise<void> {
  if (channel === "WebPush") await deleteSubscription(ctx, recipient);
  if (channel === "AppPush") await deleteDevice(ctx, recipient);
}
