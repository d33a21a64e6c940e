import { permissions, type Permission } from "@/lib/words";
import type { Grants } from "@/lib/words/grants";

import type { Context } from "./context";
import { fail, type ErrorCode } from "./errors";

export { permissions, type Permission } from "@/lib/words";
export { type Reach } from "@/lib/words/grants";

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

/** The permissions that need no login. */
export type PublicPermission = {
  [P in Permission]: (typeof permissions)[P] extends "public" ? P : never;
}[Permission];

/**
 * Says that a use case is open to everybody, under which permission: one that is not public is a type error here, so
 * nothing becomes public by being forgotten. A permission that is public no longer refuses as `scopeOf` does.
 */
export function openTo(ctx: Context, permission: PublicPermission): void {
  scopeOf(ctx, permission);
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

declare const authorized: unique symbol;

/** A thing that the actor was let through to; only `authorize` makes one, so a step that takes it need not ask. */
export type Authorized<T> = T & { readonly [authorized]: true };

/**
 * Lets the actor pass or throws: Unauthorized for nobody, Forbidden where the role may never do this,
 * and `hidden` (a NotFound code) where the thing is another's, so that nothing about it leaks.
 * Returns the thing, for steps that take only what was authorized.
 */
export function authorize<T extends Belongings>(
  ctx: Context,
  permission: Permission,
  thing: T,
  hidden: Extract<ErrorCode, `${string}.not_found`>,
): Authorized<T> {
  if (!inScope(scopeOf(ctx, permission), thing)) throw fail(hidden);
  return thing as Authorized<T>;
}
