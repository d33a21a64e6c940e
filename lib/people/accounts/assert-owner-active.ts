import type { UserContext } from "@/lib/core/context";

import { refuseDeactivated } from "./rules";

/**
 * Lets an Active user pass; throws `owner.deactivated` for a deactivated owner. Reads the actor, which each request
 * loads from the database.
 */
export function assertOwnerActive({ actor }: UserContext): void {
  const refused = refuseDeactivated(actor);
  if (refused) throw refused();
}
