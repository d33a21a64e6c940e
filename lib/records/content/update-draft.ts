import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { nextUpdate } from "@/lib/core/seen-version";
import { transition } from "@/lib/core/transitions";

import { lockVersion } from "./lock-version";
import { assertAsSeen, contentMachine } from "./rules";
import { assertFiguresKnown } from "./say-figures";
import type { ContentVersionWhole, UpdateDraft } from "./schema";
import { showVersion } from "./show-version";
import { updateContent } from "./store";

/**
 * Writes a draft's text; the same text again changes nothing, and is never refused. Throws `content.not_found`,
 * `content.status` for what is published, `content.changed` where the draft is not that of `ifUpdatedAt`, and
 * `content.setting`, at `body`, where it names a setting that there is not.
 */
export async function updateDraft(
  ctx: Context,
  { id, body, ifUpdatedAt }: { readonly id: string } & UpdateDraft,
): Promise<ContentVersionWhole> {
  scopeOf(ctx, "content.manage");
  return inTransaction(ctx, async (ctx) => {
    const draft = await lockVersion(ctx, id);
    if (draft.status === "Draft" && draft.body === body) return showVersion(ctx, draft);
    if (draft.status === "Draft") {
      assertAsSeen(ifUpdatedAt, draft.updatedAt);
      assertFiguresKnown(body);
    }
    const updatedAt = nextUpdate(ctx.clock.now(), draft.updatedAt);
    const changed = await transition(ctx, contentMachine, draft, {
      action: "edit",
      // The texts themselves are too long for a record; their versions are kept.
      changes: { characters: [draft.body.length, body.length] },
      update: (step) => updateContent(ctx, draft.id, step, { body, updatedAt }),
    });
    return showVersion(ctx, changed);
  });
}
