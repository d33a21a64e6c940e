import type { Context } from "@/lib/core/context";

import { addressed } from "./address";
import { authenticate, type Sender } from "./authenticate";
import { assertState, countHit, type LimitState } from "./rate-limits";

/**
 * Who sends the request, as `authenticate` says. One who cannot prove it is counted by their address before they
 * hear so; `note` hears how that limit stands.
 */
export async function identify(
  ctx: Context,
  request: Request,
  note: (state: LimitState | null) => void = assertState,
): Promise<Sender> {
  try {
    return await authenticate(ctx, request);
  } catch (error) {
    note(await countHit(ctx, "default", addressed(request)));
    throw error;
  }
}
