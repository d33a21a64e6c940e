import { type Node, Visitor } from "oxc-parser";

import { spreadOut } from "./lists";
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
    // The parts of a product are said with it, and not again.
    const inner = new Set<Node>();
    new Visitor({
      Literal: ({ value, raw }) => {
        if (typeof value === "number" && LENGTHS.has(value)) found.push(raw ?? String(value));
      },
      BinaryExpression: (product) => {
        const factors = factorsOf(product).filter((one) => one > 1);
        const isSaid = factors.some((one) => LENGTHS.has(one));
        const made = productsOf(factors).find((one) => LENGTHS.has(one));
        if (made !== undefined && !isSaid && !inner.has(product)) found.push(factors.join(" * "));
        if (!/^[*/]$/.test(product.operator)) return;
        for (const side of [product.left, product.right]) inner.add(withoutBrackets(side));
      },
    }).visit(program);
    return found.map((raw) => `${path}: ${raw}: lengths of time come from ${DURATIONS}`);
  });

const withoutBrackets = (node: Node): Node =>
  node.type === "ParenthesizedExpression" ? withoutBrackets(node.expression) : node;

/** The numbers that a product is made of, or that something is divided by one after another. */
function factorsOf(node: Node): number[] {
  if (node.type === "Literal") return typeof node.value === "number" ? [node.value] : [];
  if (node.type === "ParenthesizedExpression") return factorsOf(node.expression);
  if (node.type !== "BinaryExpression") return [];
  if (node.operator === "*") return [...factorsOf(node.left), ...factorsOf(node.right)];
  const divided = node.left.type === "BinaryExpression" && node.left.operator === "/";
  if (node.operator !== "/") return [];
  return [...(divided ? factorsOf(node.left) : []), ...factorsOf(node.right)];
}

/** What two or more of the factors make, `30 * 24 * 60` a day in minutes among others. */
function productsOf(factors: readonly number[]): number[] {
  const products = factors.reduce<[product: number, count: number][]>(
    (made, factor) => [
      ...made,
      ...made.map(([product, count]): [number, number] => [product * factor, count + 1]),
    ],
    [[1, 0]],
  );
  return products.flatMap(([product, count]) => (count > 1 ? [product] : []));
}

/** The strings of nodes that are nothing but strings. One alone is a path or a choice, and no enumeration. */
function stringsOf(nodes: readonly (Node | null)[]): string[][] {
  const strings = nodes.flatMap((node) =>
    node?.type === "Literal" && typeof node.value === "string" ? [node.value] : [],
  );
  return strings.length > 1 && strings.length === nodes.length ? [strings] : [];
}

const keyOf = (strings: readonly string[]) => strings.toSorted().join(" ");

/** Every list of strings that a module writes out, with the lists that are spread into it. */
function listsOf(project: Project, module: Module): string[][] {
  const lists: string[][] = [];
  new Visitor({
    ArrayExpression: ({ elements }) => {
      // A copy of a list names it, and lists nothing again.
      if (elements.length === 1 && elements[0]?.type === "SpreadElement") return;
      lists.push(...stringsOf(elements.flatMap((one) => spreadOut(project, module, one))));
    },
  }).visit(module.program);
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
const LISTED =
  /^lib\/([^/]+\/[^/]+\/(schema(\/[a-z-]+)?|words)|jobs\/schema|core\/(actor|calendar))\.ts$/;

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
    for (const strings of listsOf(project, listing)) {
      if (known(strings)) again(listing.path, strings);
      else first.set(keyOf(strings), listing.path);
    }
  }
  for (const listing of modules) {
    const lists = LISTED.test(listing.path) ? [] : listsOf(project, listing);
    for (const strings of [...lists, ...unionsOf(listing)]) {
      if (known(strings)) again(listing.path, strings);
      else if (listing.path.startsWith("db/schema/")) {
        faults.push(`${listing.path}: lists ${strings.join(", ")}: a table's lists are its room's`);
      }
    }
  }
  return faults;
};

/** Lists of words in SQL: `in ('A', 'B')`, `array['A', 'B']`, `'{A,B}'`. */
const SQL_LIST = /(\bin\s*\(|\barray\s*\[)\s*'[^']*'(\s*,\s*'[^']*')+|'\{\w+(,\s*\w+)+\}'/gi;

/** SQL is given its lists as values, from where they are listed: what it spells out, no other check sees. */
export const sqlLists: Check = (project) =>
  ourModules(project).flatMap(({ path, program }) => {
    if (!/^(lib|db\/schema)\//.test(path)) return [];
    const found: string[] = [];
    new Visitor({
      TemplateLiteral: ({ quasis }) => {
        found.push(...quasis.flatMap(({ value }) => value.raw.match(SQL_LIST) ?? []));
      },
    }).visit(program);
    return found.map((list) => `${path}: spells out ${list}: a list is its room's`);
  });
