import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { ListMessages, MessageView } from "./schema";
import { findMessages } from "./store/message-list";
import { viewMessages } from "./view";

/** Messages, newest first unless asked otherwise, for a SystemAdmin: what could not be sent, and what was kept. */
export async function listMessages(
  ctx: Context,
  query: ListMessages & PageQuery,
): Promise<Page<MessageView>> {
  scopeOf(ctx, "message.read");
  const { items, total } = await findMessages(ctx, query);
  return { items: await viewMessages(ctx, items), total };
}
