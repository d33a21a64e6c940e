import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

import type { AuditView } from "./schema";
import { findAuditsOf, findPersonal, type NamedAuditRow } from "./store/audits";
import { viewAudit } from "./view";

/** What was done to one thing, oldest first, for whoever may see the thing. */
export async function findTrail(
  ctx: Context,
  entity: AuditEntity,
  entityId: string,
): Promise<AuditView[]> {
  return viewAudits(ctx, await findAuditsOf(ctx, entity, entityId), new Map());
}

/** The records as the API shows them; asks for what is personal only where there is any. */
export async function viewAudits(
  ctx: Context,
  rows: readonly NamedAuditRow[],
  names: ReadonlyMap<string, string>,
): Promise<AuditView[]> {
  const parted = rows.filter(({ personal }) => personal !== null).map(({ id }) => id);
  const values = Map.groupBy(await findPersonal(ctx, parted), ({ auditId }) => auditId);
  return rows.map((row) =>
    viewAudit(row, names.get(row.entityId) ?? null, values.get(row.id) ?? [], ctx.locale),
  );
}
