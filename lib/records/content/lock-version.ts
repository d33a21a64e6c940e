import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";

import { lockContent, type ContentRow } from "./store";

/** The version, kept from others until the transaction ends. Throws `content.not_found`. */
export async function lockVersion(ctx: Context, id: string): Promise<ContentRow> {
  const row = isUuid(id) ? await lockContent(ctx, id) : null;
  if (!row) throw fail("content.not_found");
  return row;
}
