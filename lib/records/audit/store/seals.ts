import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";

import { auditSeals, audits } from "@/db/schema/audit";
import type { Context } from "@/lib/core/context";

import { platformChain } from "../rules";

type AuditRow = typeof audits.$inferSelect;
export type SealRow = typeof auditSeals.$inferSelect;

/** Takes the right to seal until the transaction ends; false where another worker has it. */
export async function lockSealing(ctx: Context): Promise<boolean> {
  const [row] = await ctx.db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('audit seals', 0)) as taken`,
  );
  return row?.taken ?? false;
}

/**
 * Records that no seal covers, of all that are committed by now, in the order of their ids. They are asked for in
 * the order of their index: asked for by id, the planner may walk through every sealed record to find few open ones.
 */
export async function findUnsealed(ctx: Context, limit: number): Promise<AuditRow[]> {
  const rows = await ctx.db
    .select()
    .from(audits)
    .where(isNull(audits.seal))
    .orderBy(asc(audits.businessId))
    .limit(limit);
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** How many records no seal covers yet, and the smallest of their ids. */
export async function countUnsealed(
  ctx: Context,
): Promise<{ count: number; first: string | null }> {
  const [row] = await ctx.db
    .select({
      count: sql<number>`count(*)::int`,
      first: sql<string | null>`min(${audits.id}::text)`,
    })
    .from(audits)
    .where(isNull(audits.seal));
  return row ?? { count: 0, first: null };
}

/** The newest seal of each of the chains that has one. */
export async function findLastSeals(ctx: Context, chains: readonly string[]): Promise<SealRow[]> {
  return ctx.db
    .selectDistinctOn([auditSeals.chain])
    .from(auditSeals)
    .where(inArray(auditSeals.chain, [...chains]))
    .orderBy(auditSeals.chain, desc(auditSeals.number));
}

/** Adds seals and tells their records which and where. */
export async function insertSeals(ctx: Context, seals: readonly SealRow[]): Promise<void> {
  await ctx.db.insert(auditSeals).values([...seals]);
  const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;
  const sealed = seals.flatMap(({ number, records }) =>
    records.map((id, leaf) => ({ id, number, leaf })),
  );
  await ctx.db.execute(sql`
    update audits set seal = sealed.number, leaf = sealed.leaf
    from unnest(
      ${list(sealed.map(({ id }) => id))}::uuid[],
      ${list(sealed.map(({ number }) => number))}::int[],
      ${list(sealed.map(({ leaf }) => leaf))}::int[]
    ) as sealed (id, number, leaf)
    where audits.id = sealed.id`);
}

export async function findChains(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ chain: auditSeals.chain })
    .from(auditSeals)
    .orderBy(asc(auditSeals.chain));
  return rows.map(({ chain }) => chain);
}

/** The next seals of a chain after a number, in order. */
export async function findSealsAfter(
  ctx: Context,
  chain: string,
  number: number,
  limit: number,
): Promise<SealRow[]> {
  return ctx.db
    .select()
    .from(auditSeals)
    .where(and(eq(auditSeals.chain, chain), gt(auditSeals.number, number)))
    .orderBy(asc(auditSeals.number))
    .limit(limit);
}

/** The records that say they are under a seal. */
export async function findSealed(
  ctx: Context,
  { chain, number }: Pick<SealRow, "chain" | "number">,
): Promise<AuditRow[]> {
  const inChain =
    chain === platformChain ? isNull(audits.businessId) : eq(audits.businessId, chain);
  return ctx.db
    .select()
    .from(audits)
    .where(and(eq(audits.seal, number), inChain));
}

/** A record that names a seal which is not there; null where there is none. */
export async function findUnderNoSeal(ctx: Context): Promise<AuditRow | null> {
  const [row] = await ctx.db
    .select()
    .from(audits)
    .where(
      sql`${audits.seal} is not null and not exists (
        select from ${auditSeals}
        where ${auditSeals.number} = ${audits.seal}
          and ${auditSeals.chain} = coalesce(${audits.businessId}, ${platformChain}::uuid)
      )`,
    )
    .orderBy(asc(audits.id))
    .limit(1);
  return row ?? null;
}
