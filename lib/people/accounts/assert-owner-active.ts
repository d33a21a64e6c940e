import type { UserContext } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

/**
 * Lets an Active user pass; throws `owner.deactivated` for a deactivated owner, who may read but not book
 * (product.md, User status). Reads the actor, which each request loads from the database.
 */
export function assertOwnerActive({ actor }: UserContext): void {
  if (actor.status !== "Active") throw fail("owner.deactivated");
}
