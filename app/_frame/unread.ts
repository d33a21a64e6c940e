import { headers } from "next/headers";

import type { Unread } from "@/components/inbox/use-unread";
import { isAppError } from "@/lib/core/errors";
import { browserRequest, pageError } from "@/lib/http/browser-context";
import { readUnread } from "@/lib/insight/inbox";

/** How many notifications wait to be read, for the frame's bell, and when that was so. */
export async function unreadNow(): Promise<Unread> {
  const asked = Number((await headers()).get("x-asked-at"));
  try {
    const { ctx } = await browserRequest();
    return { count: (await readUnread(ctx)).unreadCount, asked };
  } catch (error) {
    // Whoever has no inbox has no business here: the page says so.
    if (isAppError(error)) return { count: 0, asked };
    throw pageError(error);
  }
}
