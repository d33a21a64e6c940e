import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";

import type { Locale } from "@/lib/words/say";

import type { Actor, UserActor } from "./actor";
import type { Clock } from "./clock";
import type { Config } from "./config";
import { isAppError } from "./errors";
import { asTransaction } from "./outside";
import type { Share } from "./share";
import type { Units } from "./units";

/** The pool or a transaction alike, so that a use case cannot tell and cannot step outside. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/**
 * The questions and orders that a room of lower rank has for one of higher rank. Rooms never import upwards, so a
 * room that asks declares its part of this in its `ports.ts`, and `lib/process/wiring.ts` binds the answers.
 */
// oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-empty-interface -- the rooms fill it
export interface Ports {}

/** The key of a request that is answered in steps; `lib/http` hands it in, where a request has one. */
export interface StepKey {
  /** Takes the key in the first step's transaction. Throws where another request has it. */
  claim(ctx: Context): Promise<void>;
  /** Ties the key to what the first step made, in the same transaction. */
  keep(ctx: Context, subjectId: string): Promise<void>;
}

/** Everything a use case may know besides its input. */
export interface Context {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly requestId: string;
  /** The language of whoever reads the answer; English for jobs, who have no reader. */
  readonly locale: Locale;
  /** How whoever reads the answer reads times and distances. */
  readonly units: Units;
  /** What the request comes from, such as `Chrome, Android`; null or absent where it does not say. */
  readonly device?: string | null;
  readonly config: Config;
  /** The places that reports have in this process (as-report.ts). */
  readonly reports: Share;
  /** What a lower room asks of a higher one; bound in `lib/process/wiring.ts`. */
  readonly ports: Ports;
  /**
   * True while `db` is a transaction that ends with the request: the next `inTransaction` joins it
   * instead of nesting, because a refusal rolls the whole request back anyway.
   */
  readonly joinable?: boolean;
  /** True while `db` is a transaction that another began. */
  readonly nested?: boolean;
  /** What has been sent in this transaction and is answered, at the latest, by its end (`untilCommit`). */
  readonly unanswered?: Promise<unknown>[];
  /** The rows, by their ids, that this transaction locks alone wherever it would share them (`BeginAnew`). */
  readonly alone?: readonly string[];
  /** The request's key, for `firstStep` of a use case in steps. */
  readonly stepKey?: StepKey;
}

/** A Context in which a person asks; made by `asHolder`. */
export type UserContext = Context & { readonly actor: UserActor };

/**
 * Thrown within a transaction that shares rows and turns out to want them alone: to change the lock within it would
 * deadlock with whoever wants the same. It begins anew and locks them alone at the very place where it shared them
 * (`lockToShare`), so the order of all locks stays as it is.
 */
export class BeginAnew extends Error {
  constructor(readonly alone: readonly string[]) {
    super("The transaction is to begin anew.");
  }
}

/** How rows that are shared are locked: alone, where the transaction has begun anew for it. */
export const lockToShare = ({ alone = [] }: Context, ids: readonly string[]) =>
  ids.some((id) => alone.includes(id)) ? "no key update" : "share";

/**
 * Runs `work` in a transaction: commits when it returns, rolls everything back when it throws. Inside another
 * transaction it nests as a savepoint. The outermost one begins once more where its work throws `BeginAnew`.
 */
export async function inTransaction<C extends Context, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (ctx.joinable) return work({ ...ctx, joinable: false });
  const begin = async (alone = ctx.alone) => {
    const unanswered: Promise<unknown>[] = [];
    const known = { ...ctx, nested: true, unanswered, ...(alone && { alone }) };
    const whole = ctx.db.transaction((tx) =>
      asTransaction(async () => {
        const result = await work({ ...known, db: tx });
        // A part of a transaction ends by itself: nothing of it may fail after it.
        if (ctx.nested) await Promise.all(unanswered);
        return result;
      }),
    );
    const result = await whole.catch(async (error: unknown) => {
      throw isMeant(error) ? error : ((await meantBy(unanswered)) ?? error);
    });
    // Where one has failed, PostgreSQL has made a rollback of the commit.
    await Promise.all(unanswered);
    return result;
  };
  if (ctx.nested) return begin();
  try {
    return await begin();
  } catch (error) {
    if (!(error instanceof BeginAnew)) throw error;
    return begin(error.alone);
  }
}

/** Whether it says more than that a statement failed. */
const isMeant = (error: unknown) => error instanceof BeginAnew || isAppError(error);

/** What those say that failed, in the words of whoever sent them. */
async function meantBy(sent: readonly Promise<unknown>[]): Promise<unknown> {
  const failed = await Promise.allSettled(sent);
  const reasons = failed.map((one) => (one.status === "rejected" ? (one.reason as unknown) : null));
  return reasons.find(isMeant);
}

/**
 * For a statement that was sent and whose answer says nothing that is needed before the end: in a transaction it is
 * sent along with what follows, up to the commit, which then throws what it was refused with. Nobody waits for it alone.
 */
export async function untilCommit({ unanswered }: Context, sent: Promise<unknown>): Promise<void> {
  if (!unanswered) return void (await sent);
  // Who looks at it comes later.
  sent.catch(() => {});
  unanswered.push(sent);
  return undefined;
}
