import type { Context } from "@/lib/core/context";

import { readStation } from "./read-station";
import type { ConnectorView } from "./schema";

/** The connectors as they are now, and whether one of them is free. */
interface ConnectorsNow {
  readonly available: boolean;
  readonly connectors: readonly (ConnectorView & { readonly busy: boolean })[];
}

/**
 * Whether a car could charge at the station just now, connector by connector: one in service on which none charges.
 * For everybody. Throws station.not_found.
 */
export async function readConnectorsNow(ctx: Context, id: string): Promise<ConnectorsNow> {
  const { status, connectors } = await readStation(ctx, id);
  const now = await Promise.all(
    connectors
      .filter((connector) => connector.status !== "Inactive")
      .map(async (connector) => ({
        ...connector,
        busy: await ctx.ports.isConnectorBusy(ctx, connector.id),
      })),
  );
  const isFree = ({ busy, status: own }: (typeof now)[number]) => !busy && own === "Active";
  return { available: status === "Active" && now.some(isFree), connectors: now };
}
