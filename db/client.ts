import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { deadlines, type Deadlines, type Work } from "./deadlines";
import { Pulse } from "./pulse";
import { quietErrors } from "./quiet-errors";
import { makeSockets, type Sockets } from "./sockets";
import { forDrizzle } from "./statements";

export { isDatabaseAway, isDatabaseSlow } from "./away";

/** A pool of connections: `db` for Drizzle, `sql` for the rest (LISTEN, COPY, raw statements). */
export interface Database {
  readonly db: PostgresJsDatabase<Record<string, never>>;
  readonly sql: postgres.Sql;
  /** Ends the pool, giving running statements up to 5 s. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most; default 10. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** What it works for, which says how long things may take; default "request". */
  readonly work?: Work;
  /** In the place of those of `work`. */
  readonly deadlines?: Partial<Deadlines>;
}

/**
 * Makes a pool for the address; nothing connects before the first statement.
 * While the server is away a statement fails at once: the driver's own waiting between attempts would leave callers
 * hanging. The next statement tries anew. A server that hangs is found by asking it over a connection apart, and until it
 * answers there Drizzle's statements are refused at once (docs/decisions/database-deadlines.md). The raw `sql` is not watched: it is for tools and tests.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { max = 10, name = "baybook", work = "request" } = options;
  quietErrors(postgres.PostgresError);
  const within = { ...deadlines[work], ...options.deadlines };
  const usual = {
    // The type says a function; either way it is how long a lost connection stays away, in seconds.
    backoff: () => 0,
    onnotice: () => {},
  };
  const connection = {
    application_name: name,
    statement_timeout: within.statementMs,
    idle_in_transaction_session_timeout: within.idleMs,
  };
  const sockets = makeSockets(() => pulse.refusal());
  const askers = makeSockets();
  const asker = postgres(url, {
    ...usual,
    connect_timeout: 1.5,
    // The second for a question that the first has not answered.
    max: 2,
    fetch_types: false,
    connection: { application_name: `${name} pulse` },
    ...through(askers),
  });
  const pulse = new Pulse(within, {
    ask: () => {
      // What came before the question is no answer to it.
      askers.listen(performance.now());
      return answersTo(asker);
    },
    forget: (silentSince) => {
      askers.listen(performance.now());
      askers.cut(silentSince);
    },
    listen: sockets.listen,
    heardSince: sockets.heardSince,
    cut: sockets.cut,
  });
  const sql = postgres(url, { ...usual, connect_timeout: 5, max, connection, ...through(sockets) });
  const close = async () => {
    pulse.stop();
    await Promise.all([sql.end({ timeout: 5 }), asker.end({ timeout: 1 })]);
  };
  return { db: drizzle(forDrizzle(sql, pulse)), sql, close };
}

/** An option that the driver's types do not name. */
const through = (sockets: Sockets) => ({ socket: sockets.open });

/** A refusal is an answer too: of a server that starts, or has no connection left. */
async function answersTo(sql: postgres.Sql): Promise<boolean> {
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    return error instanceof postgres.PostgresError;
  }
}

const shared = globalThis as typeof globalThis & { baybookDatabase?: Database };

/**
 * The process's own pool, made at first use from DATABASE_URL and DATABASE_POOL (connections, default 10), for what
 * whoever asks first works for.
 * Kept on the global object, because Next bundles this file more than once.
 * Throws a plain Error when DATABASE_URL is missing.
 */
export function database(work: Work = "request"): Database {
  if (shared.baybookDatabase) return shared.baybookDatabase;
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. See .env.example.");
  return (shared.baybookDatabase = createDatabase(url, { max: poolSize(process.env), work }));
}

/** Connections of the process's own pool: DATABASE_POOL, default 10. Throws a plain Error when it is no such number. */
export function poolSize(env: Readonly<Record<string, string | undefined>>): number {
  const max = Number(env.DATABASE_POOL ?? 10);
  if (Number.isInteger(max) && max >= 1) return max;
  throw new Error("DATABASE_POOL must be a whole number of 1 or more.");
}
