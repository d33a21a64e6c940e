import type { Context } from "@/lib/core/context";
import { newSecret } from "@/lib/core/ids";

import type { Channels } from "./schema";
import { findChannels, insertChannels } from "./store/channels";
import { findDevices, findSubscriptions } from "./store/devices";
import { viewChannels } from "./view";

/** What a person chose, what rings for them, and what the links of their messages know them by. */
export interface Receiver {
  readonly channels: Channels;
  readonly unsubscribeKey: string;
  readonly subscriptionIds: readonly string[];
  readonly deviceIds: readonly string[];
}

/** How these people are reached, by their ids; in the caller's transaction, for whom it made keys where none were. */
export async function findReceivers(
  ctx: Context,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Receiver>> {
  await insertChannels(
    ctx,
    userIds.map((userId) => ({ userId, unsubscribeKey: newSecret() })),
  );
  const chosen = await findChannels(ctx, userIds);
  const subscriptions = await findSubscriptions(ctx, userIds);
  const devices = await findDevices(ctx, userIds);
  const of = (rows: readonly { id: string; userId: string }[], userId: string) =>
    rows.filter((row) => row.userId === userId).map(({ id }) => id);
  return new Map(
    chosen.map((row) => [
      row.userId,
      {
        channels: viewChannels(row),
        unsubscribeKey: row.unsubscribeKey,
        subscriptionIds: of(subscriptions, row.userId),
        deviceIds: of(devices, row.userId),
      },
    ]),
  );
}
