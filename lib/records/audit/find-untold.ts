import type { Context } from "@/lib/core/context";
import type { Invariant } from "@/lib/core/invariant";

import { findUntoldRows, type StatusTable } from "./store/untold";

/** That every status was audited: a thing is what its last record with a status says, or as it began. */
export function toldInvariant(of: StatusTable): Invariant {
  return {
    name: `${of.table}: every status is what the last audit made it`,
    find: (ctx: Context) => findUntold(ctx, of),
  };
}

async function findUntold(ctx: Context, of: StatusTable): Promise<string[]> {
  const rows = await findUntoldRows(ctx, of);
  return rows.map(
    ({ id, status, told }) =>
      `${of.entity} ${id} is ${status}, and its audits say ${told ?? "nothing"}`,
  );
}
