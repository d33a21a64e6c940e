import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

import { platformZone } from "./plan-mondays";
import { findTimeZone } from "./store/figures";

/** By whose clocks it is Monday for a person: their business's, else the platform's. */
export async function findZone(
  ctx: Context,
  { businessId }: Pick<UserActor, "businessId">,
): Promise<string> {
  const own = businessId === null ? null : await findTimeZone(ctx, businessId);
  return own ?? platformZone;
}
