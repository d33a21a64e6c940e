import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { lockVersion } from "./lock-version";
import { contentMachine } from "./rules";
import { deleteContent } from "./store";

/** Throws a draft away; the next one takes its number. Throws `content.not_found`, or `content.status` for what is published. */
export async function discardDraft(ctx: Context, { id }: { readonly id: string }): Promise<void> {
  scopeOf(ctx, "content.manage");
  await inTransaction(ctx, async (ctx) => {
    const draft = await lockVersion(ctx, id);
    const { kind, locale, version } = draft;
    await transition(ctx, contentMachine, draft, {
      action: "discard",
      changes: { kind, locale, version },
      update: (step) => deleteContent(ctx, draft.id, step),
    });
  });
}
