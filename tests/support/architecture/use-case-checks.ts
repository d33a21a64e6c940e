import type { Node } from "oxc-parser";

import { functionsOf, importsOf } from "./declarations";
import { modulesOf } from "./modules";
import type { Check, Project } from "./project";
import { roomsOf } from "./rooms";

/** What asks for a permission, or says that none is needed; all of `lib/core/permissions.ts`. */
const ASKS = new Set(["authorize", "scopeOf", "asHolder", "openTo"]);
const PERMISSIONS = "lib/core/permissions.ts";

/**
 * Every function that a room's `index.ts` exports asks for a permission, or names a public one with `openTo`, on
 * every way through it, itself or by functions of its own room: pages, routes and jobs may call it as it is. Types
 * may be exported beside them, nothing else.
 */
export const useCases: Check = (project) =>
  roomsOf(project).flatMap((room) => {
    const index = modulesOf(project).get(`lib/${room}/index.ts`);
    if (!index) return [];
    const asking = askingFunctions(project, room);
    return index.program.body.flatMap((statement) => {
      if (statement.type === "ExportAllDeclaration") return [`${index.path}: names no use case`];
      if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
      if (!statement.source) return [`${index.path}: is a list of exports and nothing else`];
      const specifier = statement.source.value;
      const file = index.imports.find((one) => one.specifier === specifier)?.file ?? "";
      return statement.specifiers.flatMap((exported) => {
        const name = nameOf(exported.local);
        if (exported.exportKind === "type") return [];
        if (!functionsIn(project, file).has(name)) return [`${index.path}: ${name} is no function`];
        return asking(file, name) ? [] : [`${file}: ${name} asks for no permission`];
      });
    });
  });

const functionsIn = (project: Project, path: string) => {
  const found = modulesOf(project).get(path);
  return found ? functionsOf(found) : new Map<string, Node>();
};

/** Whether a function of the room asks for a permission, by its file and name. */
function askingFunctions(project: Project, room: string): (path: string, name: string) => boolean {
  const known = new Map<string, boolean>();
  const asks = (path: string, name: string): boolean => {
    const key = `${path}#${name}`;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    // A function that calls itself asks only if it does elsewhere.
    known.set(key, false);
    const code = functionsIn(project, path).get(name);
    const found = code !== undefined && asksIn(bodyOf(code), calls(path));
    known.set(key, found);
    return found;
  };
  /** Whether a call in the file asks: of the permissions' own functions, or one of the room that does. */
  const calls = (path: string) => {
    const found = modulesOf(project).get(path);
    const imported = found ? importsOf(found) : new Map<string, never>();
    return (name: string, given: readonly Node[]): boolean => {
      const from = imported.get(name);
      if (!from) return asks(path, name);
      if (from.file === PERMISSIONS) return ASKS.has(from.name) && given.length > 1;
      return from.file?.startsWith(`lib/${room}/`) === true && asks(from.file, from.name);
    };
  };
  return asks;
}

type Calls = (name: string, given: readonly Node[]) => boolean;

/** Whether every way through the code meets a call that asks. Callbacks that are handed on count as called. */
function asksIn(node: Node | null | undefined, calls: Calls): boolean {
  if (!node) return false;
  const within = (one: Node | null | undefined) => asksIn(one, calls);
  switch (node.type) {
    case "BlockStatement":
      return asksInOrder(node.body, calls);
    case "IfStatement":
    case "ConditionalExpression":
      return within(node.test) || (within(node.consequent) && within(node.alternate));
    case "LogicalExpression":
      return within(node.left);
    case "SwitchStatement":
      return within(node.discriminant);
    case "ForStatement":
      return within(node.init) || within(node.test);
    case "ForOfStatement":
    case "ForInStatement":
      return within(node.right);
    case "WhileStatement":
      return within(node.test);
    case "TryStatement":
      return within(node.block) || within(node.finalizer);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return false;
    case "CallExpression":
      return asksByCall(node, calls);
    default:
      return childrenOf(node).some(within);
  }
}

function asksByCall(node: Extract<Node, { type: "CallExpression" }>, calls: Calls): boolean {
  const { callee, arguments: given } = node;
  if (callee.type === "Identifier" && calls(callee.name, given)) return true;
  return [callee, ...given].some((one) => asksIn(isCode(one) ? bodyOf(one) : one, calls));
}

/** A statement that may return before anything asked leaves a way around it. */
function asksInOrder(statements: readonly Node[], calls: Calls): boolean {
  for (const statement of statements) {
    if (asksIn(statement, calls)) return true;
    if (mayReturn(statement)) return false;
  }
  return false;
}

function mayReturn(node: Node): boolean {
  if (node.type === "ReturnStatement") return true;
  return !isCode(node) && childrenOf(node).some(mayReturn);
}

const isCode = (node: Node) =>
  node.type === "ArrowFunctionExpression" ||
  node.type === "FunctionExpression" ||
  node.type === "FunctionDeclaration";

const bodyOf = (node: Node): Node | null => ("body" in node ? (node.body as Node | null) : null);

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter(
      (one): one is Node => typeof one === "object" && one !== null && "type" in one,
    ),
  );
}

const nameOf = (node: { type: string; name?: string; value?: unknown }) =>
  node.name ?? String(node.value);
