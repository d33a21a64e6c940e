import { type Expression, Visitor } from "oxc-parser";

import { browserModules } from "./client-checks";
import type { Module } from "./modules";
import type { Project } from "./project";

/** Which keys of a namespace may be asked for: those that match one of these. */
export type AskedWords = ReadonlyMap<string, readonly RegExp[]>;

const anything = /^/;

/**
 * The words that code in browsers may ask for, by their namespace. What cannot be told from the code, because the
 * function that says them is handed on or a key is worked out elsewhere, counts as all of the namespace.
 */
export function saidByBrowsers(project: Project): AskedWords {
  const asked = new Map<string, RegExp[]>();
  for (const each of browserModules(project)) {
    for (const [namespace, keys] of askedIn(each)) {
      const [name = "", ...path] = namespace.split(".");
      const within = path.length > 0 ? `${path.join("\\.")}\\.` : "";
      const whole = keys.map(({ source }) =>
        source === anything.source ? new RegExp(`^${within}`) : new RegExp(`^${within}${source}$`),
      );
      asked.set(name, [...(asked.get(name) ?? []), ...whole]);
    }
  }
  return asked;
}

function askedIn({ program }: Module): Map<string, RegExp[]> {
  const sayers = new Map<string, string[]>();
  const asked = new Map<string, RegExp[]>();
  const ask = (namespaces: readonly string[], keys: readonly RegExp[]) => {
    for (const name of namespaces) asked.set(name, [...(asked.get(name) ?? []), ...keys]);
  };
  const uses = new Map<string, number>();
  const count = (name: string, by: number) => uses.set(name, (uses.get(name) ?? 0) + by);
  let unbound = 0;
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const namespace = init && namespaceOf(init);
      if (namespace === null || namespace === undefined || id.type !== "Identifier") return;
      sayers.set(id.name, [...(sayers.get(id.name) ?? []), namespace]);
      count(id.name, -1);
      unbound -= 1;
    },
    CallExpression: (call) => {
      if (namespaceOf(call) !== null) unbound += 1;
    },
  }).visit(program);
  new Visitor({
    Identifier: ({ name }) => count(name, 1),
    CallExpression: ({ callee, arguments: [key] }) => {
      const sayer = callee.type === "MemberExpression" ? callee.object : callee;
      if (sayer.type !== "Identifier") return;
      const namespaces = sayers.get(sayer.name);
      if (!namespaces) return;
      count(sayer.name, -1);
      ask(namespaces, key && key.type !== "SpreadElement" ? keysIn(key) : [anything]);
    },
  }).visit(program);
  for (const [name, namespaces] of sayers) {
    if ((uses.get(name) ?? 0) > 0) ask(namespaces, [anything]);
  }
  if (unbound > 0) ask(allIn(program), [anything]);
  return asked;
}

/** The namespace of `useTranslations("finder")`; null for anything else. */
function namespaceOf(node: Expression): string | null {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return null;
  if (node.callee.name !== "useTranslations") return null;
  const [first] = node.arguments;
  if (first?.type === "Literal" && typeof first.value === "string") return first.value;
  throw new Error("A browser's words are asked for by a namespace that is written out.");
}

function allIn(program: Module["program"]): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression: (call) => {
      const namespace = namespaceOf(call);
      if (namespace !== null) found.push(namespace);
    },
  }).visit(program);
  return found;
}

function keysIn(key: Expression): RegExp[] {
  if (key.type === "Literal" && typeof key.value === "string") return [exactly(key.value)];
  if (key.type === "ConditionalExpression") {
    return [...keysIn(key.consequent), ...keysIn(key.alternate)];
  }
  if (key.type === "TemplateLiteral") {
    return [new RegExp(key.quasis.map(({ value }) => escaped(value.raw)).join(".*"))];
  }
  return [anything];
}

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
const exactly = (key: string) => new RegExp(`${escaped(key)}(\\..*)?`);
