import type { z } from "zod";

import type { AuditAction, eventPayloads, EventType } from "@/lib/words";

import type { Context } from "./context";
import {
  decide,
  type Machine,
  type Manner,
  type Silence,
  type Stateful,
  type Ways,
} from "./machines";

declare const decided: unique symbol;

/** The one move that a store writes into a status column; only `transition` makes one, so no status changes by hand. */
export interface StatusStep<S extends string> {
  readonly from: readonly S[];
  readonly to: S;
  readonly [decided]: true;
}

/** Columns that change along with, or without, a status, which none of them is. */
export type WithoutStatus<T> = Omit<Partial<T>, "status"> & { readonly status?: never };

/** A change that was made, for the payload of its event. */
export interface Changed<T extends Stateful> {
  /** As it is now. */
  readonly thing: T;
  readonly from: T["status"];
  readonly to: T["status"];
}

type EventOf<W, A extends keyof W> = W[A] extends readonly { readonly event: infer E }[]
  ? Extract<E, EventType>
  : never;
type PayloadOf<W, A extends keyof W> = [EventOf<W, A>] extends [never]
  ? object
  : z.input<(typeof eventPayloads)[EventOf<W, A>]>;

/** What is done, and what of it is the room's own. */
export interface Deed<T extends Stateful, W, A extends keyof W> extends Manner {
  readonly action: A;
  /** Facts for the audit record. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
  /** What the event says; not asked where the action tells nobody. */
  readonly payload?: (changed: Changed<T>) => PayloadOf<W, A>;
}

/** A deed on one thing; its update answers null when somebody else was first. */
export interface SingleDeed<T extends Stateful, W, A extends keyof W> extends Deed<T, W, A> {
  readonly update: (step: StatusStep<T["status"]>) => Promise<T | null>;
}

/** The same on many, in one statement; those left out of the answer were somebody else's first. */
export interface ManifoldDeed<T extends Stateful, W, A extends keyof W> extends Deed<T, W, A> {
  readonly update: (step: StatusStep<T["status"]>) => Promise<readonly T[]>;
}

/**
 * Does something to a thing by its machine (architecture.md, States): asks whether the actor may, with the thing as
 * its lock found it, writes it where it still is in a status that allows it, and leaves the audit record and the
 * event that the machine names, all in the caller's transaction. Throws what `decide` throws.
 */
export async function transition<
  M extends Stateful,
  T extends M,
  W extends Ways<M>,
  A extends keyof W & string,
>(ctx: Context, machine: Machine<M, W>, thing: T, deed: SingleDeed<T, W, A>): Promise<T> {
  const update = async (step: StatusStep<T["status"]>) => {
    const after = await deed.update(step);
    return after ? [after] : [];
  };
  const [after] = await transitionAll(ctx, machine, [thing], { ...deed, update });
  if (!after) throw machine.refuse(thing, deed.action);
  return after;
}

/** The same for many things that are all in one status: one statement each for rows, audits and events. */
export async function transitionAll<
  M extends Stateful,
  T extends M,
  W extends Ways<M>,
  A extends keyof W & string,
>(
  ctx: Context,
  machine: Machine<M, W>,
  things: readonly T[],
  deed: ManifoldDeed<T, W, A>,
): Promise<readonly T[]> {
  const [first] = things;
  if (!first) return [];
  const [way, ...others] = new Set(
    things.map((thing) => decide<M>(ctx, machine, thing, deed.action, deed)),
  );
  const from = first.status;
  if (!way || others.length > 0 || things.some(({ status }) => status !== from)) {
    throw new Error("Things that are changed together are in one status, and go one way.");
  }
  const moves = way.to !== null && way.to !== "same";
  const step = { from: moves ? way.from : [from], to: moves ? way.to : from };
  const after = await deed.update(step as StatusStep<T["status"]>);
  if (after.length < things.length) throw machine.refuse(first, deed.action);
  const told = way.to === null ? {} : { from, to: step.to };
  const changed = after.map((thing) => ({ thing, from, to: step.to }));
  await Promise.all([
    isSaid(way.audit) &&
      ctx.ports.recordAudits(ctx, auditsOf(machine, after, deed, way.audit, told)),
    isSaid(way.event) && ctx.ports.publishEvents(ctx, eventsOf(machine, changed, deed, way.event)),
  ]);
  return after;
}

const isSaid = <N extends string>(name: N | Silence): name is N => typeof name === "string";

function auditsOf<T extends Stateful>(
  machine: Machine<T>,
  things: readonly T[],
  { reason, changes }: Pick<Deed<T, never, never>, "reason" | "changes">,
  action: AuditAction,
  told: { readonly from?: string; readonly to?: string },
) {
  return things.map((thing) => ({
    entity: machine.entity,
    entityId: thing.id,
    action,
    ...told,
    reason,
    changes,
    ...concerned(machine, thing),
    ownerId: machine.about(thing).ownerId ?? null,
  }));
}

function eventsOf<M extends Stateful, T extends M>(
  machine: Machine<M>,
  changed: readonly Changed<T>[],
  { payload, action }: { readonly payload?: (one: Changed<T>) => unknown; readonly action: string },
  type: EventType,
) {
  if (!payload) throw new Error(`${action} tells ${type}, and has no payload for it.`);
  return changed.map((one) => ({ type, payload: payload(one), ...concerned(machine, one.thing) }));
}

function concerned<T extends Stateful>(machine: Machine<T>, thing: T) {
  const { businessId = null, stationId = null } = machine.about(thing);
  return { businessId, stationId };
}
