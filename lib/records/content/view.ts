import type { Context } from "@/lib/core/context";
import { actionsOn } from "@/lib/core/machines";

import { renderKept } from "./render-markdown";
import { comingOf, contentMachine, languageOf, phaseOf, type Counted } from "./rules";
import type { ContentVersion, ContentView } from "./schema";
import type { ContentHead, ContentRow, CountedOfKind } from "./store";

/** What a reader of versions must know besides the rows: the published English ones, and what people are called. */
export interface Around {
  readonly counted: readonly CountedOfKind[];
  readonly names: ReadonlyMap<string, string>;
}

/** The version as its editors see it. */
export function viewVersion(
  ctx: Context,
  row: ContentHead,
  { counted, names }: Around,
): ContentVersion {
  const person = (id: string | null) => id && { id, name: names.get(id) ?? null };
  return {
    id: row.id,
    kind: row.kind,
    locale: row.locale,
    version: row.version,
    status: row.status,
    phase: phaseOf(
      row,
      counted.filter(({ kind }) => kind === row.kind),
      ctx.clock.now(),
    ),
    requiresConsent: row.requiresConsent,
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: person(row.createdBy) || null,
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedBy: person(row.publishedBy) || null,
    can: actionsOn(ctx, contentMachine, row),
  };
}

/** The text as everybody reads it. Throws a plain Error for a draft, which nobody does. */
export function viewContent(
  row: ContentRow,
  of: {
    /** Its Markdown with the numbers of the settings that it names. */
    readonly filled: string;
    readonly asked: string;
    /** The published English versions of the kind. */
    readonly counted: readonly Counted[];
    readonly now: Date;
  },
): ContentView {
  if (row.status === "Draft" || !row.effectiveAt) throw new Error("Nobody reads a draft.");
  const coming = comingOf(of.counted, of.now);
  return {
    kind: row.kind,
    locale: row.locale,
    isFallback: languageOf(row.locale) !== languageOf(of.asked),
    version: row.version,
    phase: phaseOf(row, of.counted, of.now),
    effectiveAt: row.effectiveAt.toISOString(),
    requiresConsent: row.requiresConsent,
    markdown: of.filled,
    ...renderKept(row.kind, of.filled, row.body),
    coming: coming?.effectiveAt
      ? { version: coming.version, effectiveAt: coming.effectiveAt.toISOString() }
      : null,
  };
}
