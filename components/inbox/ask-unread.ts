import { askServer } from "../offline/ask-server";

/** How many notifications are unread, as the server says now; null where it does not answer. */
export async function askUnread(viewer: string): Promise<number | null> {
  const { heard: answer } = await askServer(viewer, "/api/v1/notifications?status=unread&limit=1");
  if (answer === "nothing") return null;
  const { unreadCount } = (answer.body ?? {}) as { readonly unreadCount?: unknown };
  return typeof unreadCount === "number" ? unreadCount : null;
}
