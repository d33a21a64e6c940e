import { permissions, type Permission } from "@/lib/words";
import type { Grants, Reach } from "@/lib/words/grants";

import type { Actor, Role, UserActor } from "./actor";
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
 * Throws Unauthorized for nobody, Forbidden for a role, job or machine that may never do this.
 */
export function scopeOf(ctx: Context, permission: Permission): Scope {
  const scope = findScope(ctx, permission);
  if (!scope) throw fail(ctx.actor.kind === "Anonymous" ? "auth.required" : "request.forbidden");
  return scope;
}

/** The same without a word where the actor holds it nowhere: null. */
export function findScope({ actor }: Pick<Context, "actor">, permission: Permission): Scope | null {
  const reach = reachOf(actor, permission);
  if (reach === "any") return { reach };
  if (actor.kind === "Anonymous" || !reach) return null;
  return scopeWithin(actor, reach);
}

type ActorOf<K> = K extends Role ? UserActor : Extract<Actor, { readonly kind: K }>;

/** Who can hold a permission, as its grants say: a person alone where no job and no machine is among them. */
type HolderOf<P extends Permission> = (typeof permissions)[P] extends infer G
  ? G extends "public"
    ? Actor
    : ActorOf<keyof G>
  : never;

/**
 * The context of whoever holds the permission, its actor no wider than the grants leave it: a person's where people
 * alone hold it, so that what asks for a name, role or id stops compiling when a job is granted the same.
 * Throws as `scopeOf` does.
 */
export function asHolder<P extends Permission>(
  ctx: Context,
  permission: P,
): Context & { readonly actor: HolderOf<P> } {
  scopeOf(ctx, permission);
  return ctx as Context & { readonly actor: HolderOf<P> };
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

/** Whether the actor holds the permission at all, whatever its reach. */
export function permits({ actor }: Context, permission: Permission): boolean {
  return reachOf(actor, permission) !== undefined;
}

/** How far the permission reaches in the actor's hands, by the one table; nothing where it is not held. */
function reachOf(actor: Actor, permission: Permission): Reach | undefined {
  const grants: Grants | "public" = permissions[permission];
  if (grants === "public") return "any";
  if (actor.kind === "Anonymous") return undefined;
  if (actor.kind === "User") return grants[actor.role];
  if (actor.kind === "Job") return grants.Job?.includes(actor.job) ? "any" : undefined;
  return grants[actor.kind];
}

/** The actor's own part of a reach; null for who has no such part, as a Backoffice user without a business. */
function scopeWithin(
  actor: Exclude<Actor, { readonly kind: "Anonymous" }>,
  reach: Exclude<Reach, "any">,
): Scope | null {
  if (actor.kind === "Job" || actor.kind === "PaymentProvider") return null;
  if (reach === "own") return actor.kind === "User" ? { reach, userId: actor.userId } : null;
  if (reach === "business") {
    return actor.businessId === null ? null : { reach, businessId: actor.businessId };
  }
  if (actor.kind === "User") return { reach, stationIds: actor.stationIds };
  return actor.stationId === null ? null : { reach, stationIds: [actor.stationId] };
}

/** Whether a person of this role holds the permission at all, whatever its reach. */
export function roleHolds(role: Role, permission: Permission): boolean {
  const grants: Grants | "public" = permissions[permission];
  return grants === "public" || grants[role] !== undefined;
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

/**
 * What was authorized, read anew, as behind its lock or after a change: the same thing by its id, so what it belongs
 * to is the same. Throws a plain Error for another thing.
 */
export function stillAuthorized<T extends { readonly id: string }>(
  before: Authorized<{ readonly id: string }>,
  now: T,
): Authorized<T> {
  if (now.id !== before.id) throw new Error("Another thing than the one that was authorized.");
  return now as Authorized<T>;
}
