import type { Context } from "@/lib/core/context";
import { getSettings } from "@/lib/records/settings/inside";

import { figuresToKeep, fillFigures } from "./fill-figures";
import { loadAround } from "./load-around";
import { renderMarkdown } from "./render-markdown";
import { earliestAfter, isLaw, isLegal } from "./rules";
import { figuresIn, figuresOf, outdatedIn } from "./say-figures";
import type { ContentVersionWhole } from "./schema";
import { findLastPublished, type ContentRow } from "./store";
import { viewVersion } from "./view";

/** The version with its text, and when it may come into force. */
export async function showVersion(ctx: Context, row: ContentRow): Promise<ContentVersionWhole> {
  const { earliestAt } = await noticeFor(ctx, row);
  const version = viewVersion(ctx, row, await loadAround(ctx, [row]));
  const now = figuresOf(await getSettings(ctx));
  const isDraft = row.status === "Draft";
  const figures = isDraft ? await figuresToKeep(ctx, row) : row.figures;
  const holds = version.phase === "InForce" || version.phase === "Coming";
  return {
    ...version,
    markdown: row.body,
    ...renderMarkdown(row.kind, await fillFigures(ctx, { ...row, figures }), row.body),
    earliestAt: isDraft ? (earliestAt?.toISOString() ?? null) : null,
    isLegal: isLegal(row.kind),
    figures: figuresIn(now, row.locale),
    outdated: holds && isLegal(row.kind) && row.figures ? outdatedIn(row, row.figures, now) : [],
  };
}

/** What holds for the day on which a draft is to come into force; a translation follows its English version. */
export async function noticeFor(ctx: Context, { kind, locale }: ContentRow) {
  const now = ctx.clock.now();
  const { contentNoticeDays: noticeDays } = await getSettings(ctx);
  if (!isLaw(locale)) return { earliestAt: null, noticeDays, now };
  const isFirst = (await findLastPublished(ctx, kind, locale)) === null;
  return { earliestAt: earliestAfter(kind, { isFirst, noticeDays, now }), noticeDays, now };
}
