import type { Context } from "@/lib/core/context";
import { newSecret } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";

import type { Topic } from "./schema";
import { lockChannels, updateChannels } from "./store/channels";

/** Lets emails of a topic come to whoever asks, also where a link had ended them; in the caller's transaction. */
export async function wantEmails(ctx: Context, topic: Topic): Promise<void> {
  const { actor } = asHolder(ctx, "notification.manage");
  const { email } = await lockChannels(ctx, actor.userId, newSecret());
  if (email[topic] === false) {
    await updateChannels(ctx, actor.userId, { email: { ...email, [topic]: true } });
  }
}
