/** The four roles of product.md, plus what they are when stored or carried in a token. */
export const roles = ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const;
export type Role = (typeof roles)[number];

export const userStatuses = ["Active", "Deactivated", "Blocked"] as const;
export type UserStatus = (typeof userStatuses)[number];

/** A signed-in person, as the database knows them at this request. */
export interface UserActor {
  readonly kind: "User";
  readonly userId: string;
  readonly role: Role;
  readonly status: UserStatus;
  readonly name: string;
  readonly email: string | null;
  /** The business of a Backoffice user or Operator; null for the other roles. */
  readonly businessId: string | null;
  /** The stations an Operator is assigned to; empty for the other roles. */
  readonly stationIds: readonly string[];
  /** The identity number of an EvOwner; null for the other roles. */
  readonly ownerNic: string | null;
}

/** Who asks: nobody known, a user, or one of the system's own jobs. */
export type Actor =
  { readonly kind: "Anonymous" } | { readonly kind: "System"; readonly job: string } | UserActor;

export const anonymous: Actor = { kind: "Anonymous" };

/** The actor of a worker's job or of a seed; it may do everything, and audits carry its name. */
export function system(job: string): Actor {
  return { kind: "System", job };
}
