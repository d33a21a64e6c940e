import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

/**
 * Lets an Active user and the system pass; throws `owner.deactivated` for a deactivated owner, who may read but
 * not book (product.md, User status). Reads the actor, which each request loads from the database.
 */
export function assertOwnerActive(ctx: Context): void {
  const { actor } = ctx;
  if (actor.kind === "Anonymous") throw fail("auth.required");
  if (actor.kind === "User" && actor.status !== "Active") throw fail("owner.deactivated");
}
