import { and, eq, getTableColumns, inArray, isNull, or, sql } from "drizzle-orm";

import { auditActors, auditPersonal, audits } from "@/db/schema/audit";
import { mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Counts } from "@/lib/core/job";
import type { Erased } from "@/lib/core/eraser";

/** The records that are about a user, or about what is an owner's. */
const about = (userId: string) =>
  or(eq(audits.ownerId, userId), and(eq(audits.entity, "User"), eq(audits.entityId, userId)));

/** What records about the user said of them, as JSON texts by field, and what they were called when they acted. */
export async function findSaid(ctx: Context, userId: string) {
  const values = await ctx.db
    .select({ field: auditPersonal.field, value: auditPersonal.value })
    .from(auditPersonal)
    .innerJoin(audits, eq(audits.id, auditPersonal.auditId))
    .where(
      or(
        and(eq(audits.entity, "User"), eq(audits.entityId, userId)),
        // Of their cars the plates alone: a make is everybody's, and in other people's words it stays.
        and(
          eq(audits.entity, "Vehicle"),
          eq(audits.ownerId, userId),
          eq(auditPersonal.field, "changes.plate"),
        ),
      ),
    );
  const names = await ctx.db
    .select({ name: auditActors.name })
    .from(auditActors)
    .where(eq(auditActors.userId, userId));
  return { values, names: names.map(({ name }) => name) };
}

/** Forgets what records said about the user, where others' name them, and what they were called. */
export async function forgetPerson(ctx: Context, { userId, texts }: Erased): Promise<Counts> {
  const theirs = ctx.db.select({ id: audits.id }).from(audits).where(about(userId));
  const values = await ctx.db
    .delete(auditPersonal)
    .where(or(inArray(auditPersonal.auditId, theirs), mentions(auditPersonal.value, texts)));
  const names = await ctx.db.delete(auditActors).where(eq(auditActors.userId, userId));
  return { auditValues: values.count, auditNames: names.count };
}

/** A record whose actor's name is kept, but is not the one that was hashed; null where there is none. */
export async function findMisnamed(ctx: Context) {
  const [row] = await ctx.db
    .select(getTableColumns(audits))
    .from(auditActors)
    .innerJoin(audits, eq(audits.actorName, auditActors.hash))
    .where(
      sql`${auditActors.hash} <> 'sha256:' || encode(
        sha256(convert_to(${auditActors.salt} || ${auditActors.name}, 'UTF8')), 'hex')`,
    )
    .limit(1);
  return row ?? null;
}

/** Personal values of records that are not there. */
export async function findOrphans(ctx: Context) {
  return ctx.db
    .select({ auditId: auditPersonal.auditId, field: auditPersonal.field })
    .from(auditPersonal)
    .leftJoin(audits, eq(audits.id, auditPersonal.auditId))
    .where(isNull(audits.id))
    .limit(100);
}
