import { ECDH } from "node:crypto";

import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failInput } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";

import { mostDevices } from "./rules";
import type { EndSubscription, PushKey, PushSubscriptionView, SubscribePush } from "./schema";
import {
  deleteSubscriptionTo,
  findSubscriptions,
  storeSubscription,
  trimSubscriptions,
} from "./store/devices";
import { viewSubscription } from "./view";

/** With which key a browser subscribes to this installation's Web Push. */
export function readPushKey(ctx: Context): PushKey {
  asHolder(ctx, "device.manage");
  return { publicKey: ctx.config.pushPublicKey ?? null };
}

/**
 * Lets the browser ring for whoever asks, and for nobody else any more. Throws `request.invalid` at `keys.p256dh` for
 * what is no key: nothing could ever be encrypted to it.
 */
export async function subscribePush(
  ctx: Context,
  { endpoint, keys }: SubscribePush,
): Promise<PushSubscriptionView> {
  const { actor } = asHolder(ctx, "device.manage");
  if (!isPoint(keys.p256dh)) throw failInput([{ field: "keys.p256dh", code: "push_key" }]);
  return inTransaction(ctx, async (ctx) => {
    const row = await storeSubscription(ctx, {
      id: newId(),
      userId: actor.userId,
      endpoint,
      p256dh: keys.p256dh,
      auth: keys.auth,
      createdAt: ctx.clock.now(),
    });
    await trimSubscriptions(ctx, actor.userId, mostDevices);
    return viewSubscription(row);
  });
}

/** Whether it is a point of the curve P-256, uncompressed, in base64url (RFC 8291, 3.1). */
function isPoint(key: string): boolean {
  const point = Buffer.from(key, "base64url");
  try {
    return point[0] === 4 && ECDH.convertKey(point, "prime256v1").length === 65;
  } catch {
    return false;
  }
}

/** The browsers that ring for whoever asks, newest first. */
export async function readSubscriptions(ctx: Context): Promise<PushSubscriptionView[]> {
  const { actor } = asHolder(ctx, "device.manage");
  return (await findSubscriptions(ctx, [actor.userId])).map(viewSubscription);
}

/** Lets the browser ring for whoever asks no more. Throws `subscription.not_found`. */
export async function endSubscription(ctx: Context, { endpoint }: EndSubscription): Promise<void> {
  const { actor } = asHolder(ctx, "device.manage");
  const had = await deleteSubscriptionTo(ctx, actor.userId, endpoint);
  if (!had) throw fail("subscription.not_found");
}
