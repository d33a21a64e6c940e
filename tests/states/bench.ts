import { readdirSync } from "node:fs";

import { eq, sql } from "drizzle-orm";

import { audits } from "@/db/schema/audit";
import { outboxEvents } from "@/db/schema/outbox";
import type { Actor, Role } from "@/lib/core/actor";
import { anonymous } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { isAppError, type ErrorCode } from "@/lib/core/errors";
import { jobActor } from "@/lib/core/job-actor";
import type { Machine, Stateful, Way } from "@/lib/core/machines";
import { makeContext } from "@/lib/process/wiring";
import { permissions, type JobName } from "@/lib/words";
import type { Grants, Reach } from "@/lib/words/grants";

import { fileClock } from "../support/file-clock";
import { testConfig, testStart } from "../support/world";

/** Somebody who tries, and how the things stand to them. */
export interface Caller {
  readonly name: string;
  readonly actor: Actor;
  /** What the permissions know them by; null for nobody. */
  readonly holder: Role | { readonly job: JobName } | null;
  /** Which reaches of theirs the thing lies in. */
  readonly near: readonly Reach[];
}

export const nobody: Caller = { name: "nobody", actor: anonymous, holder: null, near: [] };
export const jobCaller = (job: JobName): Caller => ({
  name: `the job ${job}`,
  actor: jobActor(job),
  holder: { job },
  near: [],
});
export const personCaller = (
  name: string,
  actor: Actor & { kind: "User" },
  near: readonly Reach[],
): Caller => ({ name, actor, holder: actor.role, near });

/** How one action is tried on a thing by its real use case. */
export interface Trial<T extends Stateful> {
  /** When, if not at the start of the tests. */
  readonly at?: Date;
  /** What else must be so, such as a conflict to be settled; in the trial's own transaction. */
  readonly arrange?: (db: Db, thing: T) => Promise<unknown>;
  readonly run: (ctx: Context, thing: T) => Promise<unknown>;
  /** The row's variant that the world of the trial asks for. */
  readonly variant?: (thing: T) => string | undefined;
  /** What the door says instead of the machine's own refusal. */
  readonly says?: (code: ErrorCode, caller: Caller) => ErrorCode;
}

/** A machine with things in each of its statuses, and doors to try its actions by. */
export interface Bench<M extends Stateful, T extends M = M> {
  readonly name: string;
  readonly machine: Machine<M>;
  /** What views call its actions, as the room's schema lists them. */
  readonly actions: readonly string[];
  /** One in each status. */
  readonly things: readonly T[];
  readonly callers: (thing: T) => readonly Caller[];
  readonly trials: Readonly<Record<string, Trial<T>>>;
  /** What the view says the caller can do; throws where they may not see it. */
  readonly can: (ctx: Context, thing: T) => Promise<readonly string[]>;
  readonly status: (db: Db, thing: T) => Promise<string | undefined>;
}

export const clock = fileClock(testStart);

/** What the table says of a try: the row to be taken, or the refusal. Reads permissions and rows as data alone. */
export function foretell<T extends Stateful>(
  { machine, trials }: Bench<T>,
  action: string,
  thing: T,
  caller: Caller,
): { way: Way<T> } | { refused: ErrorCode } {
  const trial = trials[action];
  const held = (machine.actions[action] ?? []).filter((way) => reachOf(caller, way) !== undefined);
  if (held.length === 0) return { refused: caller.holder ? "request.forbidden" : "auth.required" };
  const fitting = held.filter(({ fits }) => fits?.(thing, caller.actor) ?? true);
  if (fitting.length === 0) return { refused: "request.forbidden" };
  const within = fitting.filter((way) => {
    const reach = reachOf(caller, way);
    return reach === "any" || way.anywhere || (reach && caller.near.includes(reach));
  });
  if (within.length === 0) return { refused: machine.hidden };
  const variant = trial?.variant?.(thing);
  const way = within.find((one) => one.from.includes(thing.status) && one.variant === variant);
  return way ? { way } : { refused: machine.refuse(thing, action).code };
}

function reachOf(
  { holder }: Caller,
  { by, only }: Pick<Way<Stateful>, "by" | "only">,
): Reach | undefined {
  if (!holder) return undefined;
  const name = typeof holder === "string" ? holder : holder.job;
  if (only && !only.includes(name)) return undefined;
  const grants: Grants | "public" = permissions[by];
  if (grants === "public") return "any";
  if (typeof holder === "string") return grants[holder];
  return grants.Job?.includes(holder.job) ? "any" : undefined;
}

/** What became of a try, and what it left behind; then everything is as it was. */
export interface Outcome {
  readonly code: ErrorCode | "done";
  readonly can: readonly string[] | null;
  readonly status: string | undefined;
  readonly audits: readonly string[];
  readonly events: readonly string[];
}

class Undone extends Error {}

/** Tries an action in a transaction that is rolled back, so that every try finds the thing as it was made. */
export async function tryOut<T extends Stateful>(
  db: Db,
  bench: Bench<T>,
  action: string,
  thing: T,
  { actor }: Caller,
): Promise<Outcome> {
  const trial = bench.trials[action];
  if (!trial) throw new Error(`${bench.name}: nobody tries ${action}`);
  clock.set(trial.at ?? testStart);
  const outcomes: Outcome[] = [];
  try {
    await db.transaction(async (tx) => {
      await trial.arrange?.(tx, thing);
      const ctx = makeContext({ db: tx, actor, clock, config: testConfig });
      const seen = await heard(bench.can(ctx, thing));
      // A refusal breaks no transaction: it is thrown before the database has anything against it.
      const done = await heard(tx.transaction((inner) => trial.run({ ...ctx, db: inner }, thing)));
      outcomes.push({
        code: "code" in done ? done.code : "done",
        can: "answer" in seen ? seen.answer : null,
        status: await bench.status(tx, thing),
        ...(await tracesOf(tx, bench.machine, thing)),
      });
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  const [outcome] = outcomes;
  if (!outcome) throw new Error("The try ended without an outcome.");
  return outcome;
}

/** What a call answers, or what it is refused with. */
async function heard<V>(call: Promise<V>): Promise<{ answer: V } | { code: ErrorCode }> {
  try {
    return { answer: await call };
  } catch (error) {
    if (isAppError(error)) return { code: error.code };
    throw error;
  }
}

/** The audits of the thing, and those of the machine's events that name it. */
async function tracesOf<T extends Stateful>(db: Db, machine: Machine<T>, { id }: T) {
  const told = await db.select().from(audits).where(eq(audits.entityId, id));
  const said = await db
    .select({ type: outboxEvents.type })
    .from(outboxEvents)
    .where(sql`${outboxEvents.payload}::text like ${`%${id}%`}`);
  const own = new Set<unknown>(
    Object.values(machine.actions).flatMap((ways) => ways.map(({ event }) => event)),
  );
  return {
    audits: told
      .filter(({ entity }) => entity === machine.entity)
      .map(({ action, from, to }) => [action, from ?? "–", to ?? "–"].join(" ")),
    events: said.map(({ type }) => type).filter((type) => own.has(type)),
  };
}

/** Every room's machines, a file a room, found by their folder: each exports `benches`. */
export async function readBenches(db: Db): Promise<readonly Bench<Stateful>[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !/(\.test|^bench)\.ts$/.test(file))
    .toSorted();
  const all: Bench<Stateful>[] = [];
  // One after another: the benches of all rooms stand in one database.
  for (const file of files) {
    const { href } = new URL(file, import.meta.url);
    // One type for all of them: a bench hands its own things to its own doors alone.
    const { benches } = (await import(href)) as { benches: (db: Db) => Promise<Bench<Stateful>[]> };
    all.push(...(await benches(db)));
  }
  return all;
}
