import type { Role } from "@/lib/core/actor";

/** How far a permission reaches: everything, one business, the assigned stations, or one's own things. */
export type Reach = "any" | "business" | "station" | "own";

/** A machine has no things of its own yet: what it does is done at its station, or for its business. */
export type MachineReach = Exclude<Reach, "own">;

/**
 * Who holds a permission, and how far. A job is named, because nobody is almighty: it holds what its use cases ask
 * for, everywhere. A charger or kiosk reaches its station or business; a payment provider, which has neither, all.
 */
export interface Grants extends Readonly<Partial<Record<Role, Reach>>> {
  readonly Charger?: MachineReach;
  readonly Kiosk?: MachineReach;
  readonly PaymentProvider?: "any";
  readonly Job?: readonly string[];
}

/** The rows of product.md's matrix that occur more than once. */
export const staff = {
  SystemAdmin: "any",
  Backoffice: "business",
  Operator: "station",
} as const satisfies Grants;
export const office = { SystemAdmin: "any", Backoffice: "business" } as const satisfies Grants;
export const admin = { SystemAdmin: "any" } as const satisfies Grants;
export const onSite = { Operator: "station" } as const satisfies Grants;
export const owner = { EvOwner: "own" } as const satisfies Grants;
export const everyoneScoped = { ...staff, ...owner } as const satisfies Grants;
export const self = {
  SystemAdmin: "own",
  Backoffice: "own",
  Operator: "own",
  EvOwner: "own",
} as const satisfies Grants;

/** A permission that one or several of our jobs hold, and nobody else. */
export function jobsOnly<const J extends readonly string[]>(...Job: J): { readonly Job: J } {
  return { Job };
}
