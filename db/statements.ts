import type postgres from "postgres";

import type { Pulse } from "./pulse";

/** Statements with more parameters are those of many rows, each of another length: not worth keeping. */
const mostParameters = 60;

type AnySql = postgres.Sql | postgres.TransactionSql;
type Work = (sql: postgres.TransactionSql) => unknown;

/**
 * The driver as Drizzle sees it. Drizzle hands over finished text, which the driver would parse and plan anew each
 * time, in two round trips: kept by name on its connection, a statement takes one. Everything that waits for the
 * server is watched by the pulse, and what belongs to a lost transaction is sent no more.
 */
export function forDrizzle<T extends AnySql>(sql: T, pulse: Pulse, life?: Life): T {
  const own: Partial<Record<string | symbol, unknown>> = {
    unsafe: (text: string, parameters: Parameters = []) =>
      statement(sql, pulse, life, text, parameters),
    send: (text: string, parameters: Parameters, asLists: boolean) =>
      sendNow(sql, pulse, life, text, { parameters, asLists }),
    begin: (work: Work) => transaction(sql as postgres.Sql, pulse, work),
    savepoint: (work: Work) =>
      life && scope((fn) => (sql as postgres.TransactionSql).savepoint(fn), pulse, life, work),
  };
  return new Proxy(sql, {
    get: (target, name) => (name in own ? own[name] : (Reflect.get(target, name) as unknown)),
  });
}

type Parameters = postgres.ParameterOrJSON<never>[];

/** Sent when it is awaited, as the driver's own; `values` asks for rows as lists. */
function statement(
  sql: AnySql,
  pulse: Pulse,
  life: Life | undefined,
  text: string,
  parameters: Parameters,
) {
  let asLists = false;
  const watched = {
    values() {
      asLists = true;
      return watched;
    },
    // oxlint-disable-next-line unicorn/no-thenable -- what Drizzle awaits
    then(...handlers: Handlers) {
      return sendNow(sql, pulse, life, text, { parameters, asLists }).then(...handlers);
    },
  };
  return watched;
}

/** Sent when it is called: the driver has it before whatever is called after it. */
function sendNow(
  sql: AnySql,
  pulse: Pulse,
  life: Life | undefined,
  text: string,
  { parameters, asLists }: { readonly parameters: Parameters; readonly asLists: boolean },
): Promise<unknown> {
  if (life?.why) return life.lost;
  const query = sql.unsafe(text, parameters, { prepare: parameters.length <= mostParameters });
  if (asLists) void query.values();
  // One that has been sent ends with its connection: to cancel it would take another.
  const takeBack = () => {
    if (!(query as unknown as { active: boolean }).active) query.cancel();
  };
  return pulse.during(() => query.execute(), takeBack);
}

type Handlers = [((value: unknown) => unknown)?, ((why: unknown) => unknown)?];

async function transaction(sql: postgres.Sql, pulse: Pulse, work: Work): Promise<unknown> {
  const life = newLife();
  const begin: Begin = (fn) => {
    const whole = sql.begin(fn);
    whole.catch(life.lose);
    return whole;
  };
  try {
    return await scope(begin, pulse, life, work);
  } finally {
    // What was not awaited in it must not be sent outside it.
    life.lose(new Error("The transaction has ended."));
  }
}

type Begin = (fn: (sql: postgres.TransactionSql) => Promise<unknown>) => Promise<unknown>;

/** A transaction or a part of one: its beginning and its end wait for the server, and the work in between may not. */
async function scope(begin: Begin, pulse: Pulse, life: Life, work: Work): Promise<unknown> {
  const begun = Promise.withResolvers<void>();
  const worked = Promise.withResolvers<void>();
  const start = () => {
    const whole = begin(async (inner) => {
      // It was given up while it waited for a connection.
      if (life.why) throw life.why;
      begun.resolve();
      return untilLost(life, () => work(forDrizzle(inner, pulse, life))).finally(worked.resolve);
    });
    return Promise.race([whole, life.lost]);
  };
  let whole: Promise<unknown> = life.lost;
  try {
    await pulse.during(() => Promise.race([begun.promise, (whole = start())]));
    await Promise.race([worked.promise, whole]);
    return await pulse.during(() => whole);
  } catch (error) {
    whole.catch(() => {});
    throw error;
  }
}

/**
 * The outcome of the work, for the driver to commit or roll back. When the connection has been lost it never comes: the
 * driver uses lost connections anew, and its ROLLBACK would meet the transaction of somebody else.
 */
async function untilLost(life: Life, work: () => unknown): Promise<unknown> {
  try {
    const outcome = await work();
    if (!life.why) return outcome;
  } catch (error) {
    if (!life.why) throw error;
  }
  return new Promise(() => {});
}

/** Whether a transaction's connection is still its own. */
interface Life {
  /** Why it is not. */
  why?: unknown;
  /** Rejects with it. */
  readonly lost: Promise<never>;
  readonly lose: (why: unknown) => void;
}

function newLife(): Life {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const life: Life = {
    lost: promise,
    lose(why) {
      life.why ??= why;
      reject(why);
    },
  };
  return life;
}
