import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { compareLines } from "./compare-lines";
import { figuresToKeep, fillFigures } from "./fill-figures";
import { renderMarkdown } from "./render-markdown";
import { inForceOf, isLegal } from "./rules";
import { lawLocale, type ContentPreview, type PreviewContent } from "./schema";
import { findCounted, findDraftNumber, findLastPublished, findPublished } from "./store";

/**
 * What a text would look like, and what differs from the one in force: of a translation, from the language's last,
 * and of a first translation from the English text. Numbers of settings are said as they are in force, in a translation
 * of terms and privacy as its English version keeps them; a setting that there is not stays as it is written, because a
 * text is previewed while it is typed. Terms and privacy are compared as they are read, so that a number that has
 * changed shows; other texts as they are written. Stores nothing.
 */
export async function previewContent(ctx: Context, input: PreviewContent): Promise<ContentPreview> {
  scopeOf(ctx, "content.manage");
  const { kind, locale, body } = input;
  const version = inForceOf(await findCounted(ctx, kind), ctx.clock.now()) ?? 0;
  const english = { kind, locale: lawLocale, version };
  const before =
    locale === lawLocale
      ? await findPublished(ctx, english)
      : ((await findLastPublished(ctx, kind, locale)) ?? (await findPublished(ctx, english)));
  const number = (await findDraftNumber(ctx, kind, locale)) ?? version;
  const figures = await figuresToKeep(ctx, { kind, locale, version: number });
  const filled = await fillFigures(ctx, { kind, locale, body, figures });
  const changes = isLegal(kind)
    ? compareLines(before ? await fillFigures(ctx, before) : "", filled)
    : compareLines(before?.body ?? "", body);
  return { ...renderMarkdown(kind, filled, body), changes };
}
