import {
  and,
  type AnyColumn,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from "drizzle-orm";

import { auditActors, auditPersonal, audits } from "@/db/schema/audit";
import { compiled, wholeRow } from "@/lib/core/compiled";
import { type Context, type Db, untilCommit } from "@/lib/core/context";
import { holding } from "@/lib/core/found-by";
import { insertMany } from "@/lib/core/insert-many";
import { isUuid } from "@/lib/core/ids";
import { pageOffset, type Page, type PageQuery } from "@/lib/core/pages";
import type { Scope } from "@/lib/core/permissions";

import type { AuditEntity } from "@/lib/words";

import type { ListAudits } from "../schema";

type NewAudit = typeof audits.$inferInsert;
type AuditRow = typeof audits.$inferSelect;

/** A record with its actor's name at the time; null for jobs and machines, and for people who were erased. */
export interface NamedAuditRow extends AuditRow {
  readonly personName: string | null;
}

/** Records to be written, what is personal in them, and how their actor is called, where a person is. */
interface NewAudits {
  readonly rows: readonly NewAudit[];
  readonly personal: readonly (typeof auditPersonal.$inferInsert)[];
  readonly actor: typeof auditActors.$inferInsert | null;
}

/** Writes records; the personal values are sent along with them, so that nobody waits twice. */
export async function insertAudits(ctx: Context, { rows, personal, actor }: NewAudits) {
  const [row] = rows;
  const isOne = actor !== null && row !== undefined && rows.length === 1;
  await Promise.all([
    // Nobody waits for the record of one deed.
    isOne && untilCommit(ctx, insertDeed(ctx, { ...noDetail, ...row, ...actor })),
    !isOne && (actor ? insertByPerson(ctx, rows, actor) : insertMany(ctx, audits, rows)),
    personal.length > 0 && ctx.db.insert(auditPersonal).values([...personal]),
  ]);
}

/** What a record may leave out. */
const noDetail = {
  actorId: null,
  from: null,
  to: null,
  reason: null,
  changes: null,
  personal: null,
  businessId: null,
  stationId: null,
  ownerId: null,
};

type Deed = Omit<typeof audits.$inferSelect, "seal" | "leaf" | "actorName"> &
  typeof auditActors.$inferInsert;

/** The record of one deed of a person: what `insertByPerson` does for several. */
const insertDeed = compiled<Deed, unknown>(({ db }, value) =>
  byPerson(db, [wholeRow(audits, value, "seal", "leaf", "actorName")], {
    hash: value("hash"),
    userId: value("userId"),
    name: value("name"),
    salt: value("salt"),
  }),
);

/**
 * The records of one person carry the hash under which the name is kept; it is kept by the same statement where it is
 * not yet. Two at once may keep it twice, each with a salt of its own: nobody waits for another, and both are right.
 */
async function insertByPerson(
  { db }: Context,
  rows: readonly NewAudit[],
  actor: typeof auditActors.$inferInsert,
): Promise<void> {
  await byPerson(db, rows, actor);
}

function byPerson(
  db: Db,
  rows: readonly Omit<NewAudit, "actorName">[],
  { hash, userId, name, salt }: typeof auditActors.$inferInsert,
) {
  const known = db.$with("known").as(
    db
      .select({ hash: auditActors.hash })
      .from(auditActors)
      .where(and(eq(auditActors.userId, userId), eq(auditActors.name, name)))
      .limit(1),
  );
  const kept = db.$with("kept", { hash: sql<string>`hash`.as("hash") }).as(
    sql`insert into ${auditActors} (hash, user_id, name, salt)
      select ${hash}, ${userId}::uuid, ${name}, ${salt} where not exists (select from known)
      returning hash`,
  );
  const actorName = sql<string>`(select hash from known union all select hash from kept)`;
  return db
    .with(known, kept)
    .insert(audits)
    .values(rows.map((row) => ({ ...row, actorName })));
}

/** The personal values that lie beside these records. */
export async function findPersonal(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select()
    .from(auditPersonal)
    .where(inArray(auditPersonal.auditId, [...ids]));
}

/** One page of the deeds within the scope; `days` says since when an Operator sees those of each station. */
export async function findAudits(
  ctx: Context,
  scope: Scope,
  days: ReadonlyMap<string, Date>,
  query: ListAudits & PageQuery,
): Promise<Page<NamedAuditRow>> {
  const where = and(visible(scope, days), matching(ctx, query));
  const [total] = await ctx.db.select({ count: count() }).from(audits).where(where);
  const order = query.sort === "at" ? asc : desc;
  const items = await selectNamed(ctx)
    .where(where)
    .orderBy(order(audits.at), order(audits.id))
    .limit(query.limit)
    .offset(pageOffset(query));
  return { items, total: total?.count ?? 0 };
}

/** The records of one thing, oldest first. */
export async function findAuditsOf(
  ctx: Context,
  entity: AuditEntity,
  entityId: string,
): Promise<NamedAuditRow[]> {
  return selectNamed(ctx)
    .where(and(eq(audits.entity, entity), eq(audits.entityId, entityId)))
    .orderBy(asc(audits.at), asc(audits.id));
}

/** Records with their actors' names, for the room's own selects. */
export function selectNamed(ctx: Context) {
  return ctx.db
    .select({ ...getTableColumns(audits), personName: auditActors.name })
    .from(audits)
    .leftJoin(auditActors, eq(auditActors.hash, audits.actorName));
}

function visible(scope: Scope, days: ReadonlyMap<string, Date>): SQL | undefined {
  if (scope.reach === "any") return undefined;
  if (scope.reach === "business") return eq(audits.businessId, scope.businessId);
  if (scope.reach === "own") {
    return or(eq(audits.ownerId, scope.userId), eq(audits.actorId, scope.userId));
  }
  const today = [...days].map(([stationId, began]) =>
    and(eq(audits.stationId, stationId), gte(audits.at, began)),
  );
  return or(...today) ?? sql`false`;
}

function matching(
  ctx: Context,
  { entity, entityId, action, actor, stationId, from, to }: ListAudits,
): SQL | undefined {
  return and(
    entity && eq(audits.entity, entity),
    entityId ? eq(audits.entityId, entityId) : undefined,
    action && eq(audits.action, action),
    actor ? actedBy(ctx, actor) : undefined,
    stationId ? eq(audits.stationId, stationId) : undefined,
    from && gte(audits.at, from),
    to && lt(audits.at, to),
  );
}

/** Names in audits stay as they were recorded, those of the time before `tidy` too. */
const composed = (name: AnyColumn) => sql`normalize(${name}, NFC)`;

function actedBy(ctx: Context, actor: string): SQL | undefined {
  if (isUuid(actor)) return eq(audits.actorId, actor);
  const people = ctx.db
    .select({ hash: auditActors.hash })
    .from(auditActors)
    .where(holding(composed(auditActors.name), actor));
  return or(
    and(isNull(audits.actorId), holding(composed(audits.actorName), actor)),
    inArray(audits.actorName, people),
  );
}
