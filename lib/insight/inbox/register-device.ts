import { createHash } from "node:crypto";

import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { seal } from "@/lib/core/seal";

import { mostDevices } from "./rules";
import type { DeviceView, RegisterDevice } from "./schema";
import { deleteDevice, findDevices, storeDevice, trimDevices } from "./store/devices";
import { viewDevice } from "./view";

/**
 * Lets a native app ring for whoever asks (002-23; operations.md §1, 6.11): at most ten a person, a token for one
 * person alone. The same installation again renews its token.
 */
export async function registerDevice(
  ctx: Context,
  { token, platform, deviceId, model, appVersion }: RegisterDevice,
): Promise<DeviceView> {
  const { actor } = asHolder(ctx, "device.manage");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const now = ctx.clock.now();
  return inTransaction(ctx, async (ctx) => {
    const row = await storeDevice(ctx, {
      id: newId(),
      userId: actor.userId,
      deviceId: deviceId ?? tokenHash,
      tokenHash,
      tokenSealed: seal(ctx.config.dataKeys, token, `device/${tokenHash}`),
      platform,
      model: model ?? null,
      appVersion: appVersion ?? null,
      createdAt: now,
      seenAt: now,
    });
    await trimDevices(ctx, actor.userId, mostDevices);
    return viewDevice(row);
  });
}

/** The native apps that ring for whoever asks, those seen last first. */
export async function readDevices(ctx: Context): Promise<DeviceView[]> {
  const { actor } = asHolder(ctx, "device.manage");
  return (await findDevices(ctx, [actor.userId])).map(viewDevice);
}

/** Lets an app ring for whoever asks no more. Throws `device.not_found`. */
export async function removeDevice(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  const { actor } = asHolder(ctx, "device.manage");
  if (!(await deleteDevice(ctx, id, actor.userId))) throw fail("device.not_found");
}
