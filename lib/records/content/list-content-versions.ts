import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import { loadAround } from "./load-around";
import type { ContentVersion, ListContentVersions } from "./schema";
import { findVersions } from "./store";
import { viewVersion } from "./view";

/** Versions of every kind and language, drafts among them, without their texts: who wrote and published which, and when. */
export async function listContentVersions(
  ctx: Context,
  query: ListContentVersions & PageQuery,
): Promise<Page<ContentVersion>> {
  scopeOf(ctx, "content.manage");
  const { items, total } = await findVersions(ctx, query);
  const around = await loadAround(ctx, items);
  return { items: items.map((row) => viewVersion(ctx, row, around)), total };
}
