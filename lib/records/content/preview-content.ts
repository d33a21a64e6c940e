import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { compareLines } from "./compare-lines";
import { renderMarkdown } from "./render-markdown";
import { lawLocale, type ContentPreview, type PreviewContent } from "./schema";
import { findInForce, findLastPublished, findPublished } from "./store";

/**
 * What a text would look like, and what differs from the one in force: of a translation, from the language's last,
 * and of a first translation from the English text. Stores nothing.
 */
export async function previewContent(ctx: Context, input: PreviewContent): Promise<ContentPreview> {
  scopeOf(ctx, "content.manage");
  const { kind, locale, body } = input;
  const version = (await findInForce(ctx, ctx.clock.now())).get(kind) ?? 0;
  const english = { kind, locale: lawLocale, version };
  const before =
    locale === lawLocale
      ? await findPublished(ctx, english)
      : ((await findLastPublished(ctx, kind, locale)) ?? (await findPublished(ctx, english)));
  return { ...renderMarkdown(kind, body), changes: compareLines(before?.body ?? "", body) };
}
