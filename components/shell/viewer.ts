import type { Actor, Role } from "@/lib/core/actor";

/** Who looks at the page, as far as its frame needs to know. */
export interface Viewer {
  readonly name: string;
  readonly role: Role;
}

/** The signed-in person behind an actor, or null. */
export function viewerOf(actor: Actor): Viewer | null {
  return actor.kind === "User" ? { name: actor.name, role: actor.role } : null;
}

/** Where each role begins. */
export const homes: Readonly<Record<Role, string>> = {
  SystemAdmin: "/admin",
  Backoffice: "/backoffice",
  Operator: "/operator",
  EvOwner: "/owner",
};
