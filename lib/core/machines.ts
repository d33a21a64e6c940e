import type { AuditAction, AuditEntity, ErrorCode, EventType, JobName } from "@/lib/words";

import type { Actor, Role } from "./actor";
import type { Context } from "./context";
import { fail, failField, type AppError } from "./errors";
import { findScope, inScope, type Belongings, type Permission } from "./permissions";

/** A thing with a status. */
export interface Stateful<S extends string = string> {
  readonly id: string;
  readonly status: S;
}

/** A refusal that is made where somebody reads it: what is asked for an offer alone only asks whether there is one. */
export type Refusal = () => AppError;

/** That an action leaves no audit, or tells nobody, and why that is right. */
export interface Silence {
  readonly silent: string;
}

/** One row of a machine: who may do it, from where to where, and what it leaves behind. */
export interface Way<T extends Stateful> {
  /** What opens it: who holds it, and how far, the permissions say. */
  readonly by: Permission;
  /** Of those who hold it, these alone: roles, and jobs by name. */
  readonly only?: readonly (Role | JobName)[];
  /** Holding it is enough: the thing is nobody's of theirs, as a station that an owner books at. */
  readonly anywhere?: true;
  readonly from: readonly T["status"][];
  /** The status that follows; `same` where it stays and the audit says so, null where the audit names none. */
  readonly to: T["status"] | "same" | null;
  readonly audit: AuditAction | Silence;
  readonly event: EventType | Silence;
  /** Whether the action needs a reason. */
  readonly reason?: "required";
  /** Which of an action's ways it is, where not the thing but a rule elsewhere decides. */
  readonly variant?: string;
  /** Done again on what it made already, it answers the first result and changes nothing. */
  readonly repeats?: true;
  /** Whether this way is for this thing in this actor's hands at all. */
  readonly fits?: (thing: T, actor: Actor) => boolean;
  /** What else refuses it, by the thing, the time and the actor alone; null where nothing does. */
  readonly guard?: (thing: T, now: Date, actor: Actor) => Refusal | null;
}

export type Ways<T extends Stateful> = Readonly<Record<string, readonly Way<T>[]>>;

/** Whose a thing is, and the owner whom its audits concern. */
export interface About extends Belongings {
  readonly ownerId?: string | null;
}

/** What of a machine is not its rows. */
interface Frame<T extends Stateful> {
  readonly entity: AuditEntity;
  readonly statuses: readonly T["status"][];
  readonly about: (thing: T) => About;
  /** What a thing of another is said to be. */
  readonly hidden: Extract<ErrorCode, `${string}.not_found`>;
  /** The refusal of an action that the status does not allow. */
  readonly refuse: (thing: T, action: string) => AppError;
  /** The refusal, at `reason`, of an action that needs one. */
  readonly unexplained: "booking.reason_required" | "owner.reason_required" | "request.invalid";
}

/** Every state of one kind of thing, and everything that is done to it by its state (architecture.md, States). */
export interface Machine<T extends Stateful, W extends Ways<T> = Ways<T>> extends Frame<T> {
  readonly actions: W;
}

/** A machine with its rows kept as literals, so that actions, audits and events are closed unions. */
export function machineFor<T extends Stateful>() {
  return <const W extends Ways<T>>(machine: Frame<T> & { readonly actions: W }): Machine<T, W> =>
    machine;
}

/** What an action is done with. */
export interface Manner {
  readonly variant?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * The row by which the actor does this to the thing now. Throws `auth.required` for nobody, `request.forbidden` for
 * whoever never may, the machine's `hidden` for another's thing, `unexplained` without a reason that is needed,
 * `refuse` where the status does not allow it, and what a row's guard refuses.
 */
export function decide<T extends Stateful>(
  ctx: Context,
  machine: Machine<T>,
  thing: T,
  action: string,
  { variant, reason }: Manner = {},
): Way<T> {
  const ways = machine.actions[action] ?? [];
  const held = ways.filter((way) => holds(ctx, way));
  if (held.length === 0) {
    throw fail(ctx.actor.kind === "Anonymous" ? "auth.required" : "request.forbidden");
  }
  const fitting = held.filter((way) => way.fits?.(thing, ctx.actor) ?? true);
  if (fitting.length === 0) throw fail("request.forbidden");
  const within = fitting.filter((way) => reaches(ctx, machine, thing, way));
  if (within.length === 0) throw fail(machine.hidden);
  if (reason === undefined && within.every((way) => way.reason === "required")) {
    throw failField(machine.unexplained, "reason");
  }
  const way = within.find((one) => one.from.includes(thing.status) && one.variant === variant);
  if (!way) throw machine.refuse(thing, action);
  const refused = way.guard?.(thing, ctx.clock.now(), ctx.actor);
  if (refused) throw refused();
  return way;
}

/**
 * What the actor may do with the thing now: by its state, their role and reach, and what needs no look elsewhere.
 * In the order of the machine.
 */
export function actionsOn<T extends Stateful, W extends Ways<T>>(
  ctx: Context,
  machine: Machine<T, W>,
  thing: T,
): (keyof W & string)[] {
  return openWays(ctx, machine, thing).map(([action]) => action);
}

/** What the actor may do with the thing now, and the actions of it that ask why in whichever way they are done. */
export function offersOn<T extends Stateful, W extends Ways<T>>(
  ctx: Context,
  machine: Machine<T> & { readonly actions: W },
  thing: T,
): { can: (keyof W & string)[]; asksReason: (keyof W & string)[] } {
  const open = openWays(ctx, machine, thing);
  const asking = open.filter(([, ways]) => ways.every(({ reason }) => reason === "required"));
  return { can: open.map(([action]) => action), asksReason: asking.map(([action]) => action) };
}

function openWays<T extends Stateful, W extends Ways<T>>(
  ctx: Context,
  machine: Machine<T, W>,
  thing: T,
): [keyof W & string, Way<T>[]][] {
  const now = ctx.clock.now();
  const isOpen = (way: Way<T>) =>
    way.from.includes(thing.status) &&
    holds(ctx, way) &&
    reaches(ctx, machine, thing, way) &&
    (way.fits?.(thing, ctx.actor) ?? true) &&
    !way.guard?.(thing, now, ctx.actor);
  return Object.entries(machine.actions)
    .map(([action, ways]): [string, Way<T>[]] => [action, ways.filter(isOpen)])
    .filter(([, ways]) => ways.length > 0);
}

function holds<T extends Stateful>(ctx: Context, { by, only }: Way<T>): boolean {
  if (!findScope(ctx, by)) return false;
  const { actor } = ctx;
  const name = actor.kind === "User" ? actor.role : actor.kind === "Job" ? actor.job : actor.kind;
  return only?.some((one) => one === name) ?? true;
}

function reaches<T extends Stateful>(
  ctx: Context,
  machine: Pick<Machine<T>, "about">,
  thing: T,
  { by, anywhere }: Way<T>,
): boolean {
  const scope = findScope(ctx, by);
  return scope !== null && (anywhere ?? inScope(scope, machine.about(thing)));
}
