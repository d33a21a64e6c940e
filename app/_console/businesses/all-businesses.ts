import type { Context } from "@/lib/core/context";
import { everyPage } from "@/lib/core/pages";
import { listBusinesses } from "@/lib/people/businesses";
import { type BusinessStatus, ListBusinesses } from "@/lib/people/businesses/schema";

/** A business that may be chosen. */
export interface BusinessChoice {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

/** Every business, or every one of a status, by name: what an admin chooses from. */
export async function allBusinesses(
  ctx: Context,
  status?: BusinessStatus,
): Promise<BusinessChoice[]> {
  const query = ListBusinesses.parse({ status, sort: "name" });
  const found = await everyPage((page) => listBusinesses(ctx, { ...query, ...page }));
  return found.map(({ id, name, timeZone }) => ({ id, name, timeZone }));
}
