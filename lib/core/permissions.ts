import type { Role } from "./actor";
import type { Context } from "./context";
import { fail, type ErrorCode } from "./errors";

/** How far a permission reaches: everything, one business, the assigned stations, or one's own things. */
export type Reach = "any" | "business" | "station" | "own";

type Grants = Readonly<Partial<Record<Role, Reach>>>;

const staff: Grants = { SystemAdmin: "any", Backoffice: "business", Operator: "station" };
const office: Grants = { SystemAdmin: "any", Backoffice: "business" };
const admin: Grants = { SystemAdmin: "any" };
const onSite: Grants = { Operator: "station" };
const owner: Grants = { EvOwner: "own" };
const everyoneScoped: Grants = { ...staff, ...owner };
const self: Grants = { SystemAdmin: "own", Backoffice: "own", Operator: "own", EvOwner: "own" };

/** The permission matrix of product.md. `"public"` needs no login. */
export const permissions = {
  "service.read": "public",
  "account.login": "public",
  "account.self": self,
  "business.request": "public",
  "business.read": office,
  "business.decide": admin,
  "station.read": "public",
  "station.manage": office,
  "station.import": office,
  "connector.manage": office,
  "tariff.manage": office,
  "schedule.read": staff,
  "schedule.manage": office,
  "conflict.read": staff,
  "operator.read": office,
  "operator.manage": office,
  "user.read": admin,
  "user.manage": admin,
  "owner.register": "public",
  "owner.read": { SystemAdmin: "any", Backoffice: "any", EvOwner: "own" },
  "owner.update": owner,
  "owner.deactivate": { SystemAdmin: "any", Backoffice: "any", EvOwner: "own" },
  "owner.reactivate": { SystemAdmin: "any", Backoffice: "any" },
  "booking.create": owner,
  "booking.read": everyoneScoped,
  "booking.modify": owner,
  "booking.move": staff,
  "booking.cancel": everyoneScoped,
  "booking.approve": staff,
  "booking.qr": owner,
  "capacity.read": staff,
  "session.checkin": onSite,
  "session.finalize": onSite,
  "session.update": onSite,
  "session.read": everyoneScoped,
  "receipt.read": everyoneScoped,
  "audit.read": everyoneScoped,
  "setting.read": office,
  "setting.manage": office,
  "message.read": admin,
  "health.read": admin,
  "dashboard.read": everyoneScoped,
  "report.read": office,
  "search.read": everyoneScoped,
  "event.read": everyoneScoped,
} as const satisfies Record<string, Grants | "public">;

export type Permission = keyof typeof permissions;

/** What a thing belongs to; authorization compares it with the actor. */
export interface Belongings {
  readonly businessId?: string | null;
  readonly stationId?: string | null;
  /** The user whose own thing it is. */
  readonly userId?: string | null;
}

/** Which rows of a list the actor may see. */
export type Scope =
  | { readonly reach: "any" }
  | { readonly reach: "business"; readonly businessId: string }
  | { readonly reach: "station"; readonly stationIds: readonly string[] }
  | { readonly reach: "own"; readonly userId: string };

/**
 * The scope in which the actor holds the permission, for the `where` of a list.
 * Throws Unauthorized for nobody, Forbidden for a role that may never do this.
 */
export function scopeOf(ctx: Context, permission: Permission): Scope {
  const grants: Grants | "public" = permissions[permission];
  const { actor } = ctx;
  if (grants === "public" || actor.kind === "System") return { reach: "any" };
  if (actor.kind === "Anonymous") throw fail("auth.required");
  const reach = grants[actor.role];
  if (!reach) throw fail("request.forbidden");
  if (reach === "any") return { reach };
  if (reach === "own") return { reach, userId: actor.userId };
  if (reach === "station") return { reach, stationIds: actor.stationIds };
  if (!actor.businessId) throw fail("request.forbidden");
  return { reach, businessId: actor.businessId };
}

/** Whether the actor's role holds the permission at all, whatever its reach. */
export function permits({ actor }: Context, permission: Permission): boolean {
  const grants: Grants | "public" = permissions[permission];
  if (grants === "public" || actor.kind === "System") return true;
  return actor.kind === "User" && grants[actor.role] !== undefined;
}

/** Whether a thing lies within a scope. */
export function inScope(scope: Scope, thing: Belongings): boolean {
  if (scope.reach === "any") return true;
  if (scope.reach === "business") return thing.businessId === scope.businessId;
  if (scope.reach === "own") return thing.userId === scope.userId;
  return thing.stationId != null && scope.stationIds.includes(thing.stationId);
}

/**
 * Lets the actor pass or throws: Unauthorized for nobody, Forbidden where the role may never do this,
 * and `hidden` (a NotFound code) where the thing is another's, so that nothing about it leaks.
 */
export function authorize(
  ctx: Context,
  permission: Permission,
  thing: Belongings,
  hidden: Extract<ErrorCode, `${string}.not_found`>,
): void {
  if (!inScope(scopeOf(ctx, permission), thing)) throw fail(hidden);
}
