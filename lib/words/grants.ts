import type { Role } from "@/lib/core/actor";

/** How far a permission reaches: everything, one business, the assigned stations, or one's own things. */
export type Reach = "any" | "business" | "station" | "own";

/** Actors that are no person and none of our jobs (architecture.md, Actors). */
export type Machine = "Charger" | "Kiosk" | "PaymentProvider";

/**
 * Who holds a permission, and how far. A job is named, because nobody is almighty: it holds what its use cases ask
 * for, everywhere.
 */
export type Grants = Readonly<Partial<Record<Role | Machine, Reach>>> & {
  readonly Job?: readonly string[];
};

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
