import { and, desc, eq, or } from "drizzle-orm";

import { audits } from "@/db/schema/audit";
import type { Context } from "@/lib/core/context";

import { selectNamed, type NamedAuditRow } from "./audits";

/** Of one person at most; more than anybody does in years. */
const most = 10_000;

/** What a person did to their own account and, as an owner, with what is theirs, the latest first. */
export async function findOwnDeeds(ctx: Context, userId: string): Promise<NamedAuditRow[]> {
  const account = and(eq(audits.entity, "User"), eq(audits.entityId, userId));
  return selectNamed(ctx)
    .where(and(eq(audits.actorId, userId), or(eq(audits.ownerId, userId), account)))
    .orderBy(desc(audits.at), desc(audits.id))
    .limit(most);
}
