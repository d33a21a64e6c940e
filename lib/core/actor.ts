import type { Theme } from "./themes";
import type { ChosenUnits } from "./units";

/** The four roles of product.md, plus what they are when stored or carried in a token. */
export const roles = ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const;
export type Role = (typeof roles)[number];

/** Deleted: by their owner, who may change their mind until they are Erased. */
export const userStatuses = ["Active", "Deactivated", "Blocked", "Deleted", "Erased"] as const;
export type UserStatus = (typeof userStatuses)[number];

/** A signed-in person, as the database knows them at this request. */
export interface UserActor extends ChosenUnits {
  readonly kind: "User";
  readonly userId: string;
  readonly role: Role;
  readonly status: UserStatus;
  readonly name: string;
  readonly email: string | null;
  /** The language they chose, by its code; null where they never did. */
  readonly locale: string | null;
  /** How pages look to them; null where they never chose. */
  readonly theme?: Theme | null;
  /** The business of a Backoffice user or Operator; null for the other roles. */
  readonly businessId: string | null;
  /** The stations an Operator is assigned to; empty for the other roles. */
  readonly stationIds: readonly string[];
  /** The identity number of an EvOwner; null for the other roles. */
  readonly ownerNic: string | null;
  /** The login session that the request is of; none where no request is. */
  readonly sessionId?: string;
}

/** One of our own jobs or commands; made by `jobActor`, which knows their names. */
export interface JobActor {
  readonly kind: "Job";
  readonly job: string;
}

/** A charger that speaks for itself. */
export interface ChargerActor {
  readonly kind: "Charger";
  readonly chargerId: string;
  readonly stationId: string;
  readonly businessId: string;
}

/** A kiosk that rents things out; null where it stands at no station. */
export interface KioskActor {
  readonly kind: "Kiosk";
  readonly kioskId: string;
  readonly stationId: string | null;
  readonly businessId: string;
}

/** Whoever moves money for us, as when it tells what became of a payment. */
export interface PaymentProviderActor {
  readonly kind: "PaymentProvider";
  readonly provider: string;
}

export interface AnonymousActor {
  readonly kind: "Anonymous";
}

/** Who asks (architecture.md, Actors). Nobody is almighty: each holds what the permissions grant. */
export type Actor =
  | AnonymousActor
  | UserActor
  | JobActor
  | ChargerActor
  | KioskActor
  | PaymentProviderActor;

export const anonymous: AnonymousActor = { kind: "Anonymous" };

/** The person who asks; null for nobody known, jobs and machines. */
export function userOf({ actor }: { readonly actor: Actor }): UserActor | null {
  return actor.kind === "User" ? actor : null;
}

/** What the actor is: a person's role, or the kind of whatever else acts. */
export function roleOf(actor: Actor): Role | Exclude<Actor["kind"], "User"> {
  return actor.kind === "User" ? actor.role : actor.kind;
}
