import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { openTo } from "@/lib/core/permissions";

import { fillFigures } from "./fill-figures";
import { closestLocale, inForceOf, isLaw } from "./rules";
import { lawLocale, type ContentKind, type ContentView, type ReadContent } from "./schema";
import { findCounted, findPublished } from "./store";
import { viewContent } from "./view";

/**
 * The text of a kind that is in force now, in the reader's language, else in English with `isFallback` (kiosks.md,
 * Content and languages). With `version`, that one, whether it is still to come or former.
 * Throws `content.not_found` where nothing is in force, or no such version was published.
 */
export async function readContent(
  ctx: Context,
  {
    kind,
    locale: asked = ctx.locale,
    version: named,
  }: { readonly kind: ContentKind } & ReadContent,
): Promise<ContentView> {
  openTo(ctx, "content.read");
  const now = ctx.clock.now();
  const counted = await findCounted(ctx, kind);
  const version = named ?? inForceOf(counted, now);
  if (version === null) throw fail("content.not_found");
  const locale = closestLocale(ctx.config.locales, asked) ?? lawLocale;
  const own = isLaw(locale) ? null : await findPublished(ctx, { kind, locale, version });
  // Until its own time a translation is not shown in the place of what is in force.
  const isDue = own?.effectiveAt && (own.effectiveAt <= now || named !== undefined);
  const row = isDue ? own : await findPublished(ctx, { kind, locale: lawLocale, version });
  if (!row) throw fail("content.not_found");
  const filled = await fillFigures(ctx, row);
  return viewContent(row, { asked, filled, counted, now });
}
