import { PgPreparedQuery } from "drizzle-orm/pg-core";
import type { PostgresError } from "postgres";

/** The driver's own class of what the server says. */
type Said = new (said: string) => PostgresError;

interface Asks {
  queryWithCache(...given: unknown[]): Promise<unknown>;
}

const quiet = Symbol.for("baybook.quietErrors");

/**
 * Keeps the values of statements out of what is thrown, and so out of logs and of what keeps a reason: Drizzle writes
 * all parameters into its message, PostgreSQL those that it minds into its own. The statement's text stays, which
 * names none, and so do code, constraint and table. To be called where a pool is made; more than once changes nothing.
 */
export function quietErrors(PostgresError: Said): void {
  const asks = PgPreparedQuery.prototype as unknown as Asks & { [quiet]?: true };
  if (asks[quiet]) return;
  asks[quiet] = true;
  const { queryWithCache } = asks;
  asks.queryWithCache = async function (...given) {
    try {
      return await queryWithCache.apply(this, given);
    } catch (error) {
      throw withoutValues(error, PostgresError);
    }
  };
}

function withoutValues(error: unknown, PostgresError: Said): unknown {
  if (!(error instanceof Error)) return error;
  if ("params" in error && "query" in error) {
    const { message, stack = "" } = error;
    const said = `Failed query: ${String(error.query)}`;
    Object.assign(error, { message: said, stack: stack.replace(message, () => said) });
    delete error.params;
  }
  const { cause } = error;
  if (cause instanceof PostgresError) error.cause = new PostgresError(withoutDetails(cause));
  return error;
}

/** What it says, without what quotes values: details such as "Key (email)=(…) already exists", and wrong values' messages. */
function withoutDetails(error: PostgresError): string {
  const { code, severity, schema_name, table_name, column_name, constraint_name, routine } = error;
  const message = code.startsWith("22") ? error.message.replace(/".*"/s, '"…"') : error.message;
  const told = { code, severity, schema_name, table_name, column_name, constraint_name, routine };
  const stack = error.stack?.replace(error.message, () => message);
  // The driver's types say that it takes a text; it takes what the server said.
  return { message, ...told, ...(stack && { stack }) } as unknown as string;
}
