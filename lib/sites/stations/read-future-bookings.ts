import type { Context } from "@/lib/core/context";

import type { FutureBookings } from "./ports";
import { getManaged } from "./read-station";

/**
 * What would refuse to deactivate the station, so that whoever asks for it hears of it before they give a reason
 * (screens.md, S39). Throws station.not_found where it is another's.
 */
export async function readFutureBookings(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<FutureBookings> {
  await getManaged(ctx, id);
  return ctx.ports.futureBookings(ctx, id);
}
