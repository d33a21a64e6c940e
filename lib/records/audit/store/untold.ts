import { sql } from "drizzle-orm";

import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

/** A table of things with a status that is audited. */
export interface StatusTable {
  readonly entity: AuditEntity;
  readonly table: string;
  /** The status in which they may begin without a record; none for things whose making is always recorded. */
  readonly first?: string;
}

/** Things whose status is not what their last audited change made it. */
export async function findUntoldRows(ctx: Context, { entity, table, first }: StatusTable) {
  return ctx.db.execute<{ id: string; status: string; told: string | null }>(sql`
    select thing.id, thing.status, last.to as told
    from ${sql.identifier(table)} thing left join lateral (
      select audit.to from audits audit
      where audit.entity = ${entity} and audit.entity_id = thing.id and audit.to is not null
      order by audit.at desc, audit.id desc limit 1
    ) last on true
    where thing.status is distinct from coalesce(last.to, ${first ?? null}::text)
    order by thing.id limit 100`);
}
