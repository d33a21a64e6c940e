import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

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
}

/**
 * Makes a pool for the address; nothing connects before the first statement.
 * While the server is away a statement fails at once, or after 1.5 s without an answer: the driver's own
 * waiting between attempts would leave callers hanging. The next statement tries anew.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 1.5,
    // The type says a function; either way it is how long a lost connection stays away, in seconds.
    backoff: () => 0,
    onnotice: () => {},
    connection: { application_name: options.name ?? "baybook" },
  });
  return { db: drizzle(prepared(sql)), sql, close: () => sql.end({ timeout: 5 }) };
}

/** Statements with more parameters are those of many rows, each of another length: not worth keeping. */
const mostParameters = 60;

/**
 * The driver as Drizzle sees it: Drizzle hands over finished text, which the driver would parse and plan anew
 * each time, in two round trips. Kept by name on its connection, a statement takes one.
 */
function prepared<T extends postgres.Sql | postgres.TransactionSql>(sql: T): T {
  return new Proxy(sql, {
    get(target, name) {
      if (name === "unsafe") {
        return (text: string, parameters: postgres.ParameterOrJSON<never>[] = []) =>
          target.unsafe(text, parameters, { prepare: parameters.length <= mostParameters });
      }
      if (name === "begin") {
        return (work: (sql: postgres.TransactionSql) => unknown) =>
          (target as postgres.Sql).begin((inner) => work(prepared(inner)));
      }
      if (name === "savepoint") {
        return (work: (sql: postgres.TransactionSql) => unknown) =>
          (target as postgres.TransactionSql).savepoint((inner) => work(prepared(inner)));
      }
      return Reflect.get(target, name) as unknown;
    },
  });
}

const shared = globalThis as typeof globalThis & { baybookDatabase?: Database };

/**
 * The process's own pool, made at first use from DATABASE_URL and DATABASE_POOL (connections, default 10).
 * Kept on the global object, because Next bundles this file more than once.
 * Throws a plain Error when DATABASE_URL is missing.
 */
export function database(): Database {
  if (shared.baybookDatabase) return shared.baybookDatabase;
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. See .env.example.");
  const max = Number(process.env.DATABASE_POOL ?? 10);
  if (!Number.isInteger(max) || max < 1)
    throw new Error("DATABASE_POOL must be a whole number of 1 or more.");
  return (shared.baybookDatabase = createDatabase(url, { max }));
}

// The driver's codes, the system's, and PostgreSQL's for shut down, crashed, starting up, out of connections.
const AWAY = new Set(
  `CONNECT_TIMEOUT CONNECTION_CLOSED CONNECTION_DESTROYED CONNECTION_ENDED
   ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN
   57P01 57P02 57P03 53300`.split(/\s+/),
);

/** Whether an error, or what caused it, says that the database cannot be reached: the 503 of quality.md. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") {
      if (AWAY.has(cause.code) || cause.code.startsWith("08")) return true;
    }
  }
  return false;
}
