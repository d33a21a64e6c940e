import {
  getTableColumns,
  getTableName,
  or,
  sql,
  type AnyColumn,
  type SQL,
  type SQLWrapper,
} from "drizzle-orm";
import { bigint, check, customType, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AnyPgColumn, CheckBuilder, ExtraConfigColumn } from "drizzle-orm/pg-core";

/** An instant, stored as `timestamptz` with millisecond precision, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The primary key: a UUIDv7 made by the application. */
export const id = () => uuid("id").primaryKey();

/** An amount in the currency's smallest unit. */
export const minor = (name: string) => bigint(name, { mode: "number" });

/** Energy in watt-hours. */
export const wattHours = (name: string) => bigint(name, { mode: "number" });

/** Whole numbers, some of which nobody knows: arrays as the driver reads them have NaN for null. */
export const knownOrNull = customType<{ data: readonly (number | null)[] }>({
  dataType: () => "integer[]",
  toDriver: (numbers) => `{${numbers.map((one) => one ?? "NULL").join(",")}}`,
  fromDriver: (told) => {
    const list = typeof told === "string" ? told.slice(1, -1).split(",") : (told as unknown[]);
    return list.map((one) => (one === null || Number.isNaN(Number(one)) ? null : Number(one)));
  },
});

/** One of a room's enumeration, whose only list is the `z.enum` of the room's `schema.ts`. */
export const enumerated = <V extends string>(name: string, of: { readonly options: V[] }) =>
  text(name, { enum: of.options as [V, ...V[]] });

/** The checks that keep a table's enumerated columns to their lists: `<table>_<column>_check`. */
export function enumerationChecks(columns: Readonly<Record<string, AnyPgColumn>>): CheckBuilder[] {
  // The columns that a table's definition is handed do not know their lists; those of the table do.
  const { table } = Object.values(columns)[0] ?? {};
  if (!table) return [];
  return Object.values(getTableColumns(table)).flatMap((column) => {
    const { name, enumValues } = column;
    if (!enumValues) return [];
    return [check(`${getTableName(table)}_${name}_check`, oneOf(column, enumValues))];
  });
}

/** That a column has one of the values, for checks and partial indexes. */
export const oneOf = (column: AnyPgColumn | ExtraConfigColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.join(values.map(literal), sql`, `)})`;

/** A value written out, as definitions of tables need it: they take no parameters. */
export function literal(value: string | number): SQL {
  return sql.raw(typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`);
}

/** For an index by which parts of a name are found without regard to letter case and accents, and names like it. */
export const partsOfName = (name: SQLWrapper): SQL => sql`plain_text(${name}) gin_trgm_ops`;

/** A plate by its signs alone, however it is written: `wp cab 1234` is `WP CAB-1234`. */
export const signsOfPlate = (plate: SQLWrapper | string): SQL =>
  sql`upper(regexp_replace(${plate}, '[[:space:][:punct:]]', '', 'g'))`;

/** Whether the plate is one of the texts, however either is written. */
export const isPlateAmong = (plate: SQLWrapper, texts: readonly string[]): SQL =>
  or(...texts.map((text) => sql`${signsOfPlate(plate)} = ${signsOfPlate(sql`${text}::text`)}`)) ??
  sql`false`;

/**
 * Whether the column is one of these ids, handed on as one value: a list of stand-ins is another text for every number
 * of ids, which is built, parsed and planned anew.
 */
export const isAmong = (column: AnyColumn | SQL, ids: readonly string[]): SQL =>
  sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`;

/** Whether a column's text, or its JSON, names one of the texts, in either case of letters. */
export function mentions(column: AnyColumn | SQL, texts: readonly string[]): SQL {
  // In JSON, quotes and backslashes of a text are written otherwise.
  const spelled = new Set(texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]));
  const found = [...spelled].map((text) => sql`strpos(lower(${column}::text), lower(${text})) > 0`);
  return or(...found) ?? sql`false`;
}
