import type { Context } from "@/lib/core/context";
import { actionsOn } from "@/lib/core/machines";

import { renderKept } from "./render-markdown";
import { contentMachine, languageOf, phaseOf } from "./rules";
import type { ContentVersion, ContentView } from "./schema";
import type { ContentHead, ContentRow } from "./store";

/** What a reader of versions must know besides the rows: which are in force, and what people are called. */
export interface Around {
  readonly inForce: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, string>;
}

/** The version as its editors see it. */
export function viewVersion(
  ctx: Context,
  row: ContentHead,
  { inForce, names }: Around,
): ContentVersion {
  const person = (id: string | null) => id && { id, name: names.get(id) ?? null };
  return {
    id: row.id,
    kind: row.kind,
    locale: row.locale,
    version: row.version,
    status: row.status,
    phase: phaseOf(row, inForce.get(row.kind) ?? null, ctx.clock.now()),
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
    readonly asked: string;
    readonly inForce: number | null;
    readonly now: Date;
    readonly coming: { readonly version: number; readonly effectiveAt: Date | null } | null;
  },
): ContentView {
  if (row.status === "Draft" || !row.effectiveAt) throw new Error("Nobody reads a draft.");
  return {
    kind: row.kind,
    locale: row.locale,
    isFallback: languageOf(row.locale) !== languageOf(of.asked),
    version: row.version,
    phase: phaseOf(row, of.inForce, of.now),
    effectiveAt: row.effectiveAt.toISOString(),
    requiresConsent: row.requiresConsent,
    markdown: row.body,
    ...renderKept(row.kind, row.body),
    coming: of.coming?.effectiveAt
      ? { version: of.coming.version, effectiveAt: of.coming.effectiveAt.toISOString() }
      : null,
  };
}
