import type { Context } from "@/lib/core/context";
import { findGroups, type Need } from "@/lib/sites/schedules/inside";

/** The plug that the car is to use in the group of its place, of those that it asked for; null where it asked for none. */
export async function choosePlug(
  ctx: Context,
  stationId: string,
  { group, need: { standards = [] } }: { readonly group: number; readonly need: Need },
): Promise<string | null> {
  if (standards.length < 2) return standards[0] ?? null;
  const groups = await findGroups(ctx, [stationId]);
  const own = groups.find(({ number }) => number === group)?.standards ?? [];
  return standards.find((one) => own.includes(one)) ?? null;
}
