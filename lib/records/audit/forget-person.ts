import type { Context } from "@/lib/core/context";
import type { Eraser } from "@/lib/core/eraser";

import { findSaid, forgetPerson } from "./store/personal";

/** How this room forgets a person: records and their seals stay whole, for they hold hashes alone. */
export const eraser: Eraser = {
  columns: {
    "audits.actor_id": "An id alone says nobody's name; who acted must stay provable.",
    "audits.owner_id": "An id alone says nobody's name; whom a deed concerned must stay provable.",
    "audit_actors.user_id": "Removed: what the person was called.",
  },
  erase: forgetPerson,
};

/** What the user was known by in the records about them: former names, addresses, numbers and plates. */
export async function findFormerTexts(ctx: Context, userId: string): Promise<string[]> {
  const { values, names } = await findSaid(ctx, userId);
  const changed = values
    .filter(({ field }) => field.startsWith("changes."))
    .flatMap(({ value }) => [JSON.parse(value) as unknown].flat())
    .filter((value) => typeof value === "string");
  return [...new Set([...names, ...changed])];
}
