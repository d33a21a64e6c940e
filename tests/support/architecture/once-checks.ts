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

/** The strings of a list of nothing but strings; undefined for anything else. */
function stringsOf(node: Node | null | undefined): string[] | undefined {
  if (node?.type !== "ArrayExpression") return undefined;
  const strings = node.elements.flatMap((element) =>
    element?.type === "Literal" && typeof element.value === "string" ? [element.value] : [],
  );
  // One name is a path or a choice, and no enumeration.
  return strings.length > 1 && strings.length === node.elements.length ? strings : undefined;
}

const keyOf = (strings: readonly string[]) => strings.toSorted().join(" ");

/** Every list of strings that a module writes out. */
function listsOf({ program }: Module): string[][] {
  const lists: string[][] = [];
  new Visitor({
    ArrayExpression: (node) => {
      const strings = stringsOf(node);
      if (strings) lists.push(strings);
    },
  }).visit(program);
  return lists;
}

/** Where an enumeration's one list may stand. */
const LISTED = /^lib\/([^/]+\/[^/]+\/(schema|words)|jobs\/schema|core\/(actor|calendar))\.ts$/;

/**
 * An enumeration is listed once, in the `schema.ts` of its room or on the ground floor: tables and their checks are
 * made from that list, and so is every other schema that takes the same values.
 */
export const enumerations: Check = (project) => {
  const modules = ourModules(project);
  const first = new Map<string, string>();
  const faults: string[] = [];
  for (const listing of modules.filter(({ path }) => LISTED.test(path))) {
    for (const strings of listsOf(listing)) {
      const known = first.get(keyOf(strings));
      if (known)
        faults.push(`${listing.path}: lists ${strings.join(", ")} again, as ${known} does`);
      else first.set(keyOf(strings), listing.path);
    }
  }
  for (const listing of modules.filter(({ path }) => !LISTED.test(path))) {
    for (const strings of listsOf(listing)) {
      const known = first.get(keyOf(strings));
      if (known) {
        faults.push(`${listing.path}: lists ${strings.join(", ")} again, as ${known} does`);
      } else if (listing.path.startsWith("db/schema/")) {
        faults.push(`${listing.path}: lists ${strings.join(", ")}: a table's lists are its room's`);
      }
    }
  }
  return faults;
};
