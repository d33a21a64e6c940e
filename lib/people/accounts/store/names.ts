import { inArray } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";

/** What the users are called. */
export async function findNames(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]));
}
