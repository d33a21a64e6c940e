import type { Context } from "@/lib/core/context";

import { findCounted, type ContentHead } from "./store";
import type { Around } from "./view";

/** What is said of versions besides what their rows say. */
export async function loadAround(ctx: Context, rows: readonly ContentHead[]): Promise<Around> {
  const people = rows.flatMap(({ createdBy, publishedBy }) => [createdBy ?? [], publishedBy ?? []]);
  const ids = [...new Set(people.flat())];
  const names = ids.length === 0 ? [] : await ctx.ports.namesOf().User(ctx, ids);
  return {
    counted: await findCounted(ctx),
    names: new Map(names.map(({ id, name }) => [id, name])),
  };
}
