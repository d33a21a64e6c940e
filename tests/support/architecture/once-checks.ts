import { type Node, Visitor } from "oxc-parser";

import { type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";

const isOurs = (path: string) => /^(app|components|db|lib)\//.test(path);

function ourModules(project: Project): Module[] {
  return [...modulesOf(project).values()].filter(({ path }) => isOurs(path));
}

const DURATIONS = "lib/core/durations.ts";
/** Minutes, hours and days in milliseconds, a day in seconds and in minutes. */
const LENGTHS = new Set([60_000, 3_600_000, 86_400_000, 86_400, 1_440]);

/** How long a minute, an hour or a day is, one file says. */
export const durations: Check = (project) =>
  ourModules(project).flatMap(({ path, program }) => {
    if (path === DURATIONS) return [];
    const found: string[] = [];
    new Visitor({
      Literal: ({ value, raw }) => {
        if (typeof value === "number" && LENGTHS.has(value)) found.push(raw ?? String(value));
      },
    }).visit(program);
    return found.map((raw) => `${path}: ${raw}: lengths of time come from ${DURATIONS}`);
  });

/** The strings of nodes that are nothing but strings. One alone is a path or a choice, and no enumeration. */
function stringsOf(nodes: readonly (Node | null)[]): string[][] {
  const strings = nodes.flatMap((node) =>
    node?.type === "Literal" && typeof node.value === "string" ? [node.value] : [],
  );
  return strings.length > 1 && strings.length === nodes.length ? [strings] : [];
}

const keyOf = (strings: readonly string[]) => strings.toSorted().join(" ");

/** Every list of strings that a module writes out. */
function listsOf({ program }: Module): string[][] {
  const lists: string[][] = [];
  new Visitor({
    ArrayExpression: ({ elements }) => lists.push(...stringsOf(elements)),
  }).visit(program);
  return lists;
}

/** Every type that is one of some strings. */
function unionsOf({ program }: Module): string[][] {
  const unions: string[][] = [];
  new Visitor({
    TSUnionType: ({ types }) =>
      unions.push(
        ...stringsOf(types.map((type) => (type.type === "TSLiteralType" ? type.literal : type))),
      ),
  }).visit(program);
  return unions;
}

/** Where an enumeration's one list may stand. */
const LISTED = /^lib\/([^/]+\/[^/]+\/(schema|words)|jobs\/schema|core\/(actor|calendar))\.ts$/;

/**
 * An enumeration is listed once, in the `schema.ts` or words of its room or on the ground floor: tables and their
 * checks, every other schema that takes the same values, and types are made from that list.
 */
export const enumerations: Check = (project) => {
  const modules = ourModules(project);
  const first = new Map<string, string>();
  const faults: string[] = [];
  const known = (strings: readonly string[]) => first.get(keyOf(strings));
  const again = (path: string, strings: readonly string[]) =>
    faults.push(`${path}: lists ${strings.join(", ")} again, as ${known(strings)} does`);
  for (const listing of modules.filter(({ path }) => LISTED.test(path))) {
    for (const strings of listsOf(listing)) {
      if (known(strings)) again(listing.path, strings);
      else first.set(keyOf(strings), listing.path);
    }
  }
  for (const listing of modules) {
    const lists = LISTED.test(listing.path) ? [] : listsOf(listing);
    for (const strings of [...lists, ...unionsOf(listing)]) {
      if (known(strings)) again(listing.path, strings);
      else if (listing.path.startsWith("db/schema/")) {
        faults.push(`${listing.path}: lists ${strings.join(", ")}: a table's lists are its room's`);
      }
    }
  }
  return faults;
};
