import { Column, getTableColumns, is, Param, Placeholder, type Query, SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import type { Context, Db } from "./context";

/** What stands for a value of the statement until it is sent, as if it were that value already. */
export type ValueOf<V> = <K extends keyof V & string>(name: K) => V[K];

/** What Drizzle makes of a statement: a builder, or SQL handed to `execute`. */
type Built<R> =
  | { prepare(name: string): { execute(): Promise<R> } }
  | (PromiseLike<R> & { getQuery(): Query });

/** One column of an answer: where its value goes, and how it is read. */
interface Reader {
  readonly path: readonly string[];
  read(value: unknown): unknown;
}

interface Text extends Query {
  /** Null where rows come as objects already. */
  readonly readers: readonly Reader[] | null;
}

/**
 * A statement of which Drizzle makes the text once, and not for every time that it is sent: on the hot path that was a
 * quarter of the processor's time. `build` sees a stand-in for each value, to hand on into the statement and not to
 * compute with, and must ask nothing else of the context than its database and its ports, since the text serves all; settings of the
 * environment only where they are its shape. Where the text itself differs, `shape` says how: one text is kept for
 * each, so it must have few values.
 *
 * Sent at once when it is called, and not when it is awaited as Drizzle's own are: what is called after it is sent
 * after it, over the same connection, without a wait in between.
 */
export function compiled<V extends object, R, S = undefined>(
  build: (ctx: Context, value: ValueOf<V>, shape: S) => Built<R>,
): (ctx: Context, values: V, ...shape: S extends undefined ? [] : [S]) => Promise<R> {
  const texts = new Map<string, Text>();
  return (ctx, values, ...[shape]) => {
    const key = shape === undefined ? "" : JSON.stringify(shape);
    let text = texts.get(key);
    if (!text) {
      text = textOf(build(ctx, (name) => sql.placeholder(name) as never, shape as S));
      texts.set(key, text);
    }
    return send(ctx.db, text, values) as Promise<R>;
  };
}

/** Stand-ins for all values of a new row of the table, but of the columns that are named. */
export function wholeRow<T extends PgTable>(
  table: T,
  value: (name: never) => unknown,
  ...except: readonly (keyof T["$inferSelect"] & string)[]
): T["$inferInsert"] {
  const names = Object.keys(getTableColumns(table)).filter((name) => !except.includes(name));
  return Object.fromEntries(names.map((name) => [name, value(name as never)])) as T["$inferInsert"];
}

/** What `forDrizzle` (db/statements.ts) adds to the driver. */
interface Client {
  send(text: string, parameters: readonly unknown[], asLists: boolean): Promise<unknown[]>;
}

async function send(db: Db, { sql: text, params, readers }: Text, values: object) {
  const { client } = db._.session as unknown as { readonly client: Client };
  const filled = params.map((one) => filledIn(one, values as Record<string, unknown>));
  const rows = await client.send(text, filled, readers !== null);
  return readers ? rows.map((row) => objectOf(readers, row as unknown[])) : rows;
}

/** Drizzle's own way would hand a null to the column's encoder. */
function filledIn(param: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const encoder = is(param, Param) ? param.encoder : null;
  const stand = is(param, Param) ? param.value : param;
  if (!is(stand, Placeholder)) return param;
  const value = values[stand.name] ?? null;
  if (value !== null && encoder) return encoder.mapToDriverValue(value);
  return value instanceof Date ? value.toISOString() : value;
}

function textOf(built: Built<unknown>): Text {
  if ("getQuery" in built) return { ...built.getQuery(), readers: null };
  // Drizzle's own preparation knows the columns in their order.
  const made = built.prepare("") as unknown as {
    readonly queryString: string;
    readonly params: unknown[];
    readonly fields?: readonly { path: string[]; field: unknown }[];
  };
  const readers = made.fields?.map(({ path, field }) => ({ path, read: readerOf(field) }));
  return { sql: made.queryString, params: made.params, readers: readers ?? null };
}

function readerOf(field: unknown): Reader["read"] {
  const source = is(field, Column) ? field : decoderOf(field);
  return (value) => (value === null ? null : source.mapFromDriverValue(value));
}

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

const decoderOf = (field: unknown): Decoder =>
  is(field, SQL)
    ? (field as unknown as { decoder: Decoder }).decoder
    : (field as { sql: { decoder: Decoder } }).sql.decoder;

function objectOf(readers: readonly Reader[], row: readonly unknown[]): object {
  const whole: Record<string, unknown> = {};
  for (const [index, { path, read }] of readers.entries()) {
    let node = whole;
    for (const step of path.slice(0, -1)) node = (node[step] ??= {}) as Record<string, unknown>;
    node[path.at(-1) ?? ""] = read(row[index]);
  }
  return whole;
}
