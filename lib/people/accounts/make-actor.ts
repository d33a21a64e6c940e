import type { UserActor } from "@/lib/core/actor";

/** The signed-in person of a request, and whether the web must ask for a new password first. */
export interface SignedInUser extends UserActor {
  readonly mustChangePassword: boolean;
}

/** What of an account the actor is made of. */
interface ActingAccount extends Omit<SignedInUser, "kind" | "userId" | "ownerNic"> {
  readonly id: string;
  readonly nic: string | null;
}

/** The account as an actor. */
export function actorOf(account: ActingAccount, sessionId?: string): SignedInUser {
  return {
    kind: "User",
    userId: account.id,
    role: account.role,
    status: account.status,
    name: account.name,
    email: account.email,
    locale: account.locale,
    theme: account.theme,
    hourCycle: account.hourCycle,
    distanceUnit: account.distanceUnit,
    businessId: account.businessId,
    stationIds: account.stationIds,
    ownerNic: account.nic,
    mustChangePassword: account.mustChangePassword,
    ...(sessionId !== undefined && { sessionId }),
  };
}
