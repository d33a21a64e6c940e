import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { transitionAll } from "@/lib/core/transitions";

import { contentMachine } from "./rules";
import { claimOvertaken, updateContent, type ContentRow } from "./store";

const batch = 100;

/**
 * Writes down of published versions that a later one is in force. Readers go by the clock and do not wait for it.
 * Several workers may do it at once. Returns how many.
 */
export async function supersedeContent(ctx: Context): Promise<{ versions: number }> {
  scopeOf(ctx, "content.supersede");
  const versions = await inTransaction(ctx, async (ctx) => {
    const overtaken = await claimOvertaken(ctx, ctx.clock.now(), batch);
    await transitionAll(ctx, contentMachine, overtaken, {
      action: "supersede",
      payload: ({ thing: { id, kind, locale, version } }) => ({
        contentId: id,
        kind,
        locale,
        version,
      }),
      update: async (step) => {
        const rows = overtaken.map(({ id }) => updateContent(ctx, id, step, {}));
        return (await Promise.all(rows)).filter((row): row is ContentRow => row !== null);
      },
    });
    return overtaken.length;
  });
  return { versions };
}
