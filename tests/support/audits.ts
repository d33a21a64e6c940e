import { asc, eq, getTableColumns, inArray } from "drizzle-orm";

import { auditActors, auditPersonal, audits } from "@/db/schema/audit";
import type { Db } from "@/lib/core/context";

export type AuditRow = typeof audits.$inferSelect;

/** The records of a thing, oldest first, with the personal values that lie beside them put back where hashes stand. */
export async function auditsOf(db: Db, entityId: string): Promise<AuditRow[]> {
  const rows = await db
    .select({ ...getTableColumns(audits), personName: auditActors.name })
    .from(audits)
    .leftJoin(auditActors, eq(auditActors.hash, audits.actorName))
    .where(eq(audits.entityId, entityId))
    .orderBy(asc(audits.at), asc(audits.id));
  const values = await db
    .select()
    .from(auditPersonal)
    .where(
      inArray(
        auditPersonal.auditId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map(({ personName, ...row }) => {
    const whole = { ...row, actorName: personName ?? row.actorName };
    for (const { field, value } of values.filter(({ auditId }) => auditId === row.id)) {
      const plain: unknown = JSON.parse(value);
      if (field === "reason") whole.reason = String(plain);
      else whole.changes = { ...whole.changes, [field.slice("changes.".length)]: plain };
    }
    return whole;
  });
}
