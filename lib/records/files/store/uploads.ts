import { and, desc, eq, gte, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";

import { uploads } from "@/db/schema/files";
import { mentions } from "@/db/schema/columns";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

import type { Sent } from "../rules";
import type { UploadKind, UploadVisibility } from "../schema";

export type UploadRow = typeof uploads.$inferSelect;

/** What a file belongs to. */
export interface Claim {
  readonly entity: string;
  readonly entityId: string;
}

const claimedBy = (entity: string, entityIds: readonly string[]) =>
  and(
    eq(uploads.status, "Claimed"),
    eq(uploads.claimedEntity, entity),
    inArray(uploads.claimedId, [...entityIds]),
  );

/** Lets one file of a user be counted and written at a time, until the transaction ends. */
export async function lockSender(ctx: Context, userId: string): Promise<void> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`uploads:${userId}`}, 0))`,
  );
}

/** What a user sent since then, and what of theirs lies unclaimed. */
export async function countSent(ctx: Context, userId: string, since: Date): Promise<Sent> {
  const [row] = await ctx.db
    .select({
      files: sql<number>`count(*) filter (where ${gte(uploads.createdAt, since)})`.mapWith(Number),
      unclaimedBytes:
        sql<number>`coalesce(sum(${uploads.bytes}) filter (where ${eq(uploads.status, "Unclaimed")}), 0)`.mapWith(
          Number,
        ),
    })
    .from(uploads)
    .where(
      and(
        eq(uploads.userId, userId),
        or(gte(uploads.createdAt, since), eq(uploads.status, "Unclaimed")),
      ),
    );
  return row ?? { files: 0, unclaimedBytes: 0 };
}

export async function insertUpload(ctx: Context, row: typeof uploads.$inferInsert): Promise<void> {
  await ctx.db.insert(uploads).values(row);
}

/** Gives the sender's unclaimed file to what it is for; false where it is not theirs, of another kind, or taken. */
export async function claimOwn(
  ctx: Context,
  own: { readonly id: string; readonly userId: string | null; readonly kind: UploadKind },
  claim: Claim & { readonly visibility: UploadVisibility },
): Promise<boolean> {
  const { count } = await ctx.db
    .update(uploads)
    .set({
      status: "Claimed",
      claimedEntity: claim.entity,
      claimedId: claim.entityId,
      visibility: claim.visibility,
    })
    .where(
      and(
        eq(uploads.id, own.id),
        eq(uploads.status, "Unclaimed"),
        eq(uploads.kind, own.kind),
        sql`${uploads.userId} is not distinct from ${own.userId}`,
      ),
    );
  return count === 1;
}

export async function findClaimed(
  ctx: Context,
  id: string,
  claim: Claim,
): Promise<UploadRow | null> {
  const [row] = await ctx.db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), claimedBy(claim.entity, [claim.entityId])));
  return row ?? null;
}

/** The files that a person sent and that are still there, the latest first, and what each belongs to. */
export async function findSentBy(ctx: Context, userId: string) {
  const { id, kind, filename, mediaType, bytes, claimedEntity, claimedId, createdAt } = uploads;
  return ctx.db
    .select({ id, kind, filename, mediaType, bytes, claimedEntity, claimedId, createdAt })
    .from(uploads)
    .where(and(eq(uploads.userId, userId), ne(uploads.status, "Deleted")))
    .orderBy(desc(createdAt), desc(id));
}

/** What is deleted has no name from then on, though its bytes wait for the sweep. */
const deleted = { status: "Deleted", filename: null } as const;

/** Claimed → Deleted for everything that belongs to the things, or for `only` those of it. Returns how many. */
export async function markReleased(
  ctx: Context,
  {
    entity,
    entityIds,
    only,
  }: {
    readonly entity: string;
    readonly entityIds: readonly string[];
    readonly only?: readonly string[] | undefined;
  },
): Promise<number> {
  if (entityIds.length === 0) return 0;
  const { count } = await ctx.db
    .update(uploads)
    .set(deleted)
    .where(and(claimedBy(entity, entityIds), only && inArray(uploads.id, [...only])));
  return count;
}

/** Takes a person off their files: names go, and what is unclaimed with its bytes, when it is swept. */
export async function eraseSender(
  ctx: Context,
  { userId, texts }: Pick<Erased, "userId" | "texts">,
): Promise<Counts> {
  const own = eq(uploads.userId, userId);
  const unused = await ctx.db
    .update(uploads)
    .set(deleted)
    .where(and(own, eq(uploads.status, "Unclaimed")));
  const names = await ctx.db
    .update(uploads)
    .set({ filename: null })
    .where(and(isNotNull(uploads.filename), or(own, mentions(uploads.filename, texts))));
  return { files: unused.count, filenames: names.count };
}

/** Unclaimed → Deleted for what was sent before then. Returns how many. */
export async function markAbandoned(ctx: Context, before: Date): Promise<number> {
  const { count } = await ctx.db
    .update(uploads)
    .set(deleted)
    .where(and(eq(uploads.status, "Unclaimed"), lt(uploads.createdAt, before)));
  return count;
}

/** Some of the files whose bytes are to go. */
export async function findDeleted(ctx: Context, limit: number) {
  return ctx.db
    .select({ id: uploads.id, key: uploads.key, thumbnailKey: uploads.thumbnailKey })
    .from(uploads)
    .where(eq(uploads.status, "Deleted"))
    .limit(limit);
}

export async function removeDeleted(ctx: Context, ids: readonly string[]): Promise<number> {
  const { count } = await ctx.db
    .delete(uploads)
    .where(and(inArray(uploads.id, [...ids]), eq(uploads.status, "Deleted")));
  return count;
}

/** Those of the keys that a row names. */
export async function findKnownKeys(
  ctx: Context,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .select({ key: uploads.key, thumbnailKey: uploads.thumbnailKey })
    .from(uploads)
    .where(or(inArray(uploads.key, [...keys]), inArray(uploads.thumbnailKey, [...keys])));
  return new Set(rows.flatMap(({ key, thumbnailKey }) => [key, thumbnailKey ?? []].flat()));
}
