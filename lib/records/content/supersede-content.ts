import { inTransaction, type Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";
import { transitionAll } from "@/lib/core/transitions";
import { recordAudit } from "@/lib/records/audit/inside";

import { findFigures } from "./fill-figures";
import { contentMachine } from "./rules";
import {
  claimOvertaken,
  claimUnsettled,
  settleFigures,
  updateContent,
  type ContentRow,
} from "./store";

const batch = 100;

/**
 * Writes down of published versions that a later one is in force. Readers go by the clock and do not wait for it.
 * And of the first terms and privacy, what numbers they are published with. Several workers may do it at once. Returns how many.
 */
export async function supersedeContent(ctx: Context): Promise<{ versions: number }> {
  scopeOf(ctx, "content.supersede");
  const versions = await inTransaction(ctx, async (ctx) => {
    await settleFirst(ctx);
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

/**
 * Keeps the numbers of terms and privacy that came with the product, by the settings in force when a worker first sees
 * them: a migration does not know what the environment sets. Those that are published keep theirs from then on.
 */
async function settleFirst(ctx: Context): Promise<void> {
  const unsettled = await claimUnsettled(ctx);
  if (unsettled.length === 0) return;
  const figures = await findFigures(ctx);
  for (const { id } of unsettled) {
    await settleFigures(ctx, id, figures);
    await recordAudit(ctx, {
      entity: "Content",
      entityId: id,
      action: "Update",
      changes: { figures },
    });
  }
}
