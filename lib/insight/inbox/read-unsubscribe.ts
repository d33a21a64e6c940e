import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import type { Unsubscribe } from "./schema";
import { isSomebodysKey } from "./store/channels";

/** What a message's link would end, and whether it is anybody's, before it ends anything; without a login. */
export async function readUnsubscribe(
  ctx: Context,
  { key, topic }: Unsubscribe,
): Promise<Pick<Unsubscribe, "topic"> & { readonly isOurs: boolean }> {
  openTo(ctx, "notification.unsubscribe");
  return { topic, isOurs: await isSomebodysKey(ctx, key) };
}
