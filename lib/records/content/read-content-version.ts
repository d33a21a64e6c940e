import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";

import { showVersion } from "./show-version";
import type { ContentVersionWhole } from "./schema";
import { findContent } from "./store";

/** One version with its text, as written and as shown. Throws `content.not_found`. */
export async function readContentVersion(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<ContentVersionWhole> {
  scopeOf(ctx, "content.manage");
  const row = isUuid(id) ? await findContent(ctx, id) : null;
  if (!row) throw fail("content.not_found");
  return showVersion(ctx, row);
}
