import type { Context } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";

/** Tells the person's open pages and apps that their inbox is another now. */
export async function tellInbox(
  ctx: Context,
  userId: string,
  notificationId: string | null = null,
): Promise<void> {
  await publishEvent(ctx, { type: "inbox.changed", payload: { userId, notificationId } });
}
