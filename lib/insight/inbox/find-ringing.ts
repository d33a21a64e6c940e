import type { Context } from "@/lib/core/context";

import { browserOf } from "./rules";
import type { Ringing } from "./schema";
import { findDevicesById, findSubscriptionsById } from "./store/devices";

/** What rings by these ids, browsers and apps, as an administrator tells them apart; those that are gone are left out. */
export async function findRinging(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Ringing>> {
  const browsers = await findSubscriptionsById(ctx, ids);
  const apps = await findDevicesById(ctx, ids);
  return new Map([
    ...browsers.map(({ id, endpoint }): [string, Ringing] => [
      id,
      { browser: browserOf(endpoint), platform: null, model: null },
    ]),
    ...apps.map(({ id, platform, model }): [string, Ringing] => [
      id,
      { browser: null, platform, model },
    ]),
  ]);
}
