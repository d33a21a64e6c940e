import { isCalendarDay } from "@/lib/core/calendar";
import { isStorableYear } from "@/lib/core/storable-years";

/** A page's search parameters, as Next hands them over. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What a table shows, as the address says it, so that a link shares it. */
export interface TableState {
  readonly page: number;
  readonly limit: number;
  /** A column's sort name, with a minus before it where it descends. */
  readonly sort: string;
  /** The same where the address says it, and not the list alone. */
  readonly chosenSort: string | undefined;
  /** Columns that the reader has put away. */
  readonly hidden: ReadonlySet<string>;
  /** The same page with some parameters changed; null takes one away. Anything but a new page begins at page 1. */
  readonly href: (changes: Readonly<Record<string, string | null>>) => string;
  /** The same page with every filter taken away; null where none is on. */
  readonly cleared: string | null;
}

/** What the address says besides filters: how the table is shown, and what a page says once after something was done. */
const notFilters: ReadonlySet<string> = new Set([
  "page",
  "limit",
  "sort",
  "hide",
  "view",
  "added",
  "changed",
]);

/** The text of one parameter; the first where it is repeated. What shows nothing and is pasted along is a blank. */
export function textOf(search: Search, name: string): string | undefined {
  const value = [search[name]]
    .flat()[0]
    ?.replaceAll(/\p{Cc}+/gu, " ")
    .trim();
  return value === "" ? undefined : value;
}

/** A calendar day; years that somebody is still typing, such as 0002, and those out of reach count as not said. */
export function dayOf(search: Search, name: string): string | undefined {
  const text = textOf(search, name);
  return text && isStorableYear(text) && isCalendarDay(text) ? text : undefined;
}

/**
 * The named parameters, each as far as the list's own schema takes it; what makes no sense counts as not said.
 * They stay texts, as fields show them; the schema reads them once more.
 */
export function readFilters<Name extends string>(
  schema: {
    readonly shape: Readonly<
      Record<Name, { safeParse(value: unknown): { readonly success: boolean } }>
    >;
  },
  search: Search,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const said: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = textOf(search, name);
    if (text !== undefined && schema.shape[name].safeParse(text).success) said[name] = text;
  }
  return said;
}

/** Reads the table's part of the address; what makes no sense there counts as not said. */
export function readTable(
  path: string,
  search: Search,
  { sorts, sort, limit = 20 }: { sorts: readonly string[]; sort: string; limit?: number },
): TableState {
  const whole = (name: string, fallback: number, most: number) => {
    const value = Number(textOf(search, name));
    return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : fallback;
  };
  const wanted = textOf(search, "sort");
  const chosenSort = wanted && sorts.includes(wanted.replace(/^-/, "")) ? wanted : undefined;
  return {
    page: whole("page", 1, 1_000_000),
    limit: whole("limit", limit, 100),
    sort: chosenSort ?? sort,
    chosenSort,
    hidden: new Set((textOf(search, "hide") ?? "").split(",").filter(Boolean)),
    href: (changes) => hrefOf(path, search, changes),
    cleared: clearedOf(path, search),
  };
}

function clearedOf(path: string, search: Search): string | null {
  const filters = Object.keys(search).filter(
    (name) => !notFilters.has(name) && textOf(search, name) !== undefined,
  );
  if (filters.length === 0) return null;
  return hrefOf(path, search, Object.fromEntries(filters.map((name) => [name, null])));
}

function hrefOf(path: string, search: Search, changes: Readonly<Record<string, string | null>>) {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value ?? []].flat()) if (one !== "") all.append(name, one);
  }
  if (!("page" in changes)) all.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") all.delete(name);
    else all.set(name, value);
  }
  const query = all.toString();
  return query === "" ? path : `${path}?${query}`;
}
