import { findCarSessions, viewSession } from "@/lib/charging/sessions/inside";
import type { SessionView } from "@/lib/charging/sessions/schema";
import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";
import { getVehicle } from "@/lib/sites/drivers/inside";

/** The completed sessions of a car of the calling driver, the latest first. Throws `vehicle.not_found`. */
export async function listVehicleHistory(
  ctx: Context,
  { id, ...page }: { readonly id: string } & PageQuery,
): Promise<Page<SessionView>> {
  scopeOf(ctx, "vehicle.manage");
  const vehicle = await getVehicle(ctx, id);
  const { items, total } = await findCarSessions(ctx, vehicle, page);
  return { items: items.map((row) => viewSession(ctx, row)), total };
}
