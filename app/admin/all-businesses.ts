import type { Context } from "@/lib/core/context";
import { listBusinesses } from "@/lib/businesses";
import { type BusinessStatus, ListBusinesses } from "@/lib/businesses/schema";

/** A business that may be chosen. */
export interface BusinessChoice {
  readonly id: string;
  readonly name: string;
}

/** Every business, or every one of a status, by name: what an admin chooses from. */
export async function allBusinesses(
  ctx: Context,
  status?: BusinessStatus,
): Promise<BusinessChoice[]> {
  const all: BusinessChoice[] = [];
  for (let page = 1; ; page += 1) {
    const query = { ...ListBusinesses.parse({ status, sort: "name" }), page, limit: 100 };
    const { items, total } = await listBusinesses(ctx, query);
    all.push(...items.map(({ id, name }) => ({ id, name })));
    if (all.length >= total || items.length === 0) return all;
  }
}

/** Businesses as a filter offers them. */
export const businessOptions = (businesses: readonly BusinessChoice[]) =>
  businesses.map(({ id, name }) => ({ value: id, label: name }));
