import type { Context } from "@/lib/core/context";

import { hasActiveSession } from "./store/sessions";

/** Whether a car charges on the connector now, so that it cannot be taken out of service (a port). */
export async function isConnectorBusy(ctx: Context, connectorId: string): Promise<boolean> {
  return hasActiveSession(ctx, connectorId);
}
