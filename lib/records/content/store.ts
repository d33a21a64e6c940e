import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lte,
  ne,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { contentPages } from "@/db/schema/content";
import type { Context } from "@/lib/core/context";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { StatusStep, WithoutStatus } from "@/lib/core/transitions";

import { nameOf, type Counted } from "./rules";
import type { Figures } from "./say-figures";
import {
  lawLocale,
  type ContentKind,
  type ContentStatus,
  type ListContentVersions,
} from "./schema";

export type ContentRow = typeof contentPages.$inferSelect;
/** A published English version, of which kind. */
export type CountedOfKind = Counted & { readonly kind: ContentKind };
/** A version without its text, as lists need it. */
export type ContentHead = Omit<ContentRow, "body">;

const { body: _body, ...head } = getTableColumns(contentPages);
const isPublic = ne(contentPages.status, "Draft");
const isOf = (kind: ContentKind, locale: string) =>
  and(eq(contentPages.kind, kind), eq(contentPages.locale, locale));

/** All versions of a kind, kept from others until the transaction ends, so that numbers are given one by one. */
export async function lockKind(ctx: Context, kind: ContentKind): Promise<ContentHead[]> {
  return ctx.db
    .select(head)
    .from(contentPages)
    .where(eq(contentPages.kind, kind))
    .orderBy(contentPages.id)
    .for("no key update");
}

export async function findContent(ctx: Context, id: string): Promise<ContentRow | null> {
  const [row] = await ctx.db.select().from(contentPages).where(eq(contentPages.id, id));
  return row ?? null;
}

/** The version as it is now, kept from others until the transaction ends. */
export async function lockContent(ctx: Context, id: string): Promise<ContentRow | null> {
  const [row] = await ctx.db
    .select()
    .from(contentPages)
    .where(eq(contentPages.id, id))
    .for("no key update");
  return row ?? null;
}

/** A version that was published, in that language. */
export async function findPublished(
  ctx: Context,
  { kind, locale, version }: { kind: ContentKind; locale: string; version: number },
): Promise<ContentRow | null> {
  const [row] = await ctx.db
    .select()
    .from(contentPages)
    .where(and(isOf(kind, locale), eq(contentPages.version, version), isPublic));
  return row ?? null;
}

/** The number of the draft that there is of a kind in a language. */
export async function findDraftNumber(
  ctx: Context,
  kind: ContentKind,
  locale: string,
): Promise<number | null> {
  const [row] = await ctx.db
    .select({ version: contentPages.version })
    .from(contentPages)
    .where(and(isOf(kind, locale), eq(contentPages.status, "Draft")));
  return row?.version ?? null;
}

/** The version that was published last in the language, whether in force or not. */
export async function findLastPublished(
  ctx: Context,
  kind: ContentKind,
  locale: string,
): Promise<ContentRow | null> {
  const [row] = await ctx.db
    .select()
    .from(contentPages)
    .where(and(isOf(kind, locale), isPublic))
    .orderBy(desc(contentPages.version))
    .limit(1);
  return row ?? null;
}

/** The published English versions of a kind, or of every kind: what numbers count, and the clock goes by. */
export async function findCounted(ctx: Context, kind?: ContentKind): Promise<CountedOfKind[]> {
  return ctx.db
    .select({
      kind: contentPages.kind,
      version: contentPages.version,
      effectiveAt: contentPages.effectiveAt,
    })
    .from(contentPages)
    .where(and(eq(contentPages.locale, lawLocale), isPublic, kind && eq(contentPages.kind, kind)));
}

/** Published terms and privacy that keep no numbers yet, those nobody else holds. */
export async function claimUnsettled(ctx: Context): Promise<ContentHead[]> {
  return ctx.db
    .select(head)
    .from(contentPages)
    .where(
      and(
        inArray(contentPages.kind, ["terms-of-service", "privacy-policy"]),
        eq(contentPages.status, "Published"),
        isNull(contentPages.figures),
      ),
    )
    .orderBy(contentPages.id)
    .for("no key update", { skipLocked: true });
}

/** Keeps a published version's numbers, once. */
export async function settleFigures(ctx: Context, id: string, figures: Figures): Promise<void> {
  await ctx.db
    .update(contentPages)
    .set({ figures })
    .where(and(eq(contentPages.id, id), isNull(contentPages.figures)));
}

/** Adds a draft; null where another of the kind and language was first. */
export async function insertDraft(
  ctx: Context,
  row: typeof contentPages.$inferInsert,
): Promise<ContentRow | null> {
  const [added] = await ctx.db.insert(contentPages).values(row).onConflictDoNothing().returning();
  return added ?? null;
}

/** Takes the step where the version is in one of its statuses `from`; null where it is not. */
export async function updateContent(
  ctx: Context,
  id: string,
  step: StatusStep<ContentStatus>,
  set: WithoutStatus<ContentRow>,
): Promise<ContentRow | null> {
  const [row] = await ctx.db
    .update(contentPages)
    .set({ ...set, status: step.to })
    .where(and(eq(contentPages.id, id), inArray(contentPages.status, [...step.from])))
    .returning();
  return row ?? null;
}

/** Removes a version that is in one of the statuses; null where it is not. */
export async function deleteContent(
  ctx: Context,
  id: string,
  { from }: StatusStep<ContentStatus>,
): Promise<ContentRow | null> {
  const [row] = await ctx.db
    .delete(contentPages)
    .where(and(eq(contentPages.id, id), inArray(contentPages.status, [...from])))
    .returning();
  return row ?? null;
}

/** Published versions, in every language, that a later one in force has overtaken; those nobody else holds. */
export async function claimOvertaken(
  ctx: Context,
  at: Date,
  limit: number,
): Promise<ContentHead[]> {
  const later = alias(contentPages, "later");
  const isOvertaken = ctx.db
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.kind, contentPages.kind),
        eq(later.locale, lawLocale),
        ne(later.status, "Draft"),
        gt(later.version, contentPages.version),
        lte(later.effectiveAt, at),
      ),
    );
  return ctx.db
    .select(head)
    .from(contentPages)
    .where(and(eq(contentPages.status, "Published"), sql`exists ${isOvertaken}`))
    .orderBy(contentPages.id)
    .limit(limit)
    .for("no key update", { skipLocked: true });
}

const orders = {
  version: [asc(contentPages.version)],
  "-version": [desc(contentPages.version)],
  updatedAt: [asc(contentPages.updatedAt)],
  "-updatedAt": [desc(contentPages.updatedAt)],
} as const;

export async function findVersions(
  ctx: Context,
  query: ListContentVersions & PageQuery,
): Promise<Page<ContentHead>> {
  const where = and(
    query.kind && eq(contentPages.kind, query.kind),
    query.locale ? eq(contentPages.locale, query.locale) : undefined,
    query.status && eq(contentPages.status, query.status),
  );
  const [total] = await ctx.db.select({ count: count() }).from(contentPages).where(where);
  const items = await ctx.db
    .select(head)
    .from(contentPages)
    .where(where)
    .orderBy(...orders[query.sort], contentPages.id)
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

/** What the versions are called, in every language alike: as `nameOf` says. */
export async function findNames(ctx: Context, ids: readonly string[]) {
  const { id, kind, locale, version } = contentPages;
  const rows = await ctx.db
    .select({ id, kind, locale, version })
    .from(contentPages)
    .where(inArray(id, [...ids]));
  return rows.map((row) => ({ id: row.id, name: nameOf(row) }));
}
