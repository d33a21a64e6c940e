import type { Context } from "@/lib/core/context";
import { audits } from "@/db/schema/audit";

type NewAudit = typeof audits.$inferInsert;

export async function insertAudits(ctx: Context, rows: NewAudit[]): Promise<void> {
  await ctx.db.insert(audits).values(rows);
}
