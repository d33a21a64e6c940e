import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";
import { waysOf } from "@/lib/insight/inbox/inside";
import type { TopicChoice } from "@/lib/insight/inbox/schema";

import { topicsOf } from "./choose-notices";

/** What whoever asks is ever told of by email, push or text message, and so may choose about. */
export function readTopics(ctx: Context): readonly TopicChoice[] {
  const { actor } = asHolder(ctx, "notification.read");
  return topicsOf(actor.role).map((topic) => ({ topic, ways: waysOf(topic) }));
}
