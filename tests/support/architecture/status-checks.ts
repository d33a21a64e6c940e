import { type ArrowFunctionExpression, type Function, type Node, Visitor } from "oxc-parser";

import { importsOf } from "./declarations";
import { type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";
import { roomOf } from "./rooms";

const TRANSITIONS = "lib/core/transitions.ts";

/** A table whose status is that of a machine, as its schema and as SQL call it. */
interface Guarded {
  readonly constant: string;
  readonly table: string;
}

/** Those whose every status is asked for among the audits, by their rooms' invariants. */
function guardedIn(project: Project): readonly Guarded[] {
  const told = matchesIn(project, /^lib\//, /toldInvariant\(\{[^}]*\btable: "(\w+)"/g);
  const tables = matchesIn(project, /^db\/schema\//, /const (\w+) = pgTable\(\s*"(\w+)"/g);
  return tables.flatMap(([constant = "", table = ""]) =>
    told.some(([name]) => name === table) ? [{ constant, table }] : [],
  );
}

const matchesIn = (project: Project, where: RegExp, what: RegExp) =>
  [...project].flatMap(([path, text]) =>
    where.test(path) ? [...text.matchAll(what)].map(([, ...groups]) => groups) : [],
  );

/** Every room with a machine asks that the statuses of its table were audited. */
export const guardedTables: Check = (project) => {
  const asking = new Set(
    [...project].flatMap(([path, text]) => (text.includes("toldInvariant({") ? roomOf(path) : [])),
  );
  return [...project].flatMap(([path, text]) => {
    const room = path.endsWith("/rules.ts") && text.includes("machineFor<") && roomOf(path);
    return room && !asking.has(room) ? [`${path}: no toldInvariant asks for its audits`] : [];
  });
};

/**
 * A status changes by `transition` alone (architecture.md, States): what a store sets in these tables is a step's
 * `to`, and a step is a parameter typed `StatusStep`, which nobody else makes; whatever else it sets comes in an
 * object that cannot have a status, `WithoutStatus`, or is written out. Sees Drizzle's calls and SQL's text.
 */
export const statuses: Check = (project) => {
  const guarded = guardedIn(project);
  const names = guarded.map(({ table }) => table).join("|");
  const sqlUpdate = new RegExp(
    `\\bupdate\\b[^;]*\\b(${names})\\b[^;]*\\bset\\b[^;]*\\bstatus\\b`,
    "i",
  );
  return [...modulesOf(project).values()].flatMap((module) => {
    if (module.path.startsWith("tests/")) return [];
    const tables = tablesOf(module, guarded);
    const faults: string[] = [];
    const fault = (why: string) => faults.push(`${module.path}: ${why}`);
    const typed = new Parameters(module);
    new Visitor({
      ...typed.visitor,
      CallExpression: (call) => {
        const set = setOf(call, tables);
        if (set) for (const why of faultsIn(set, typed)) fault(why);
      },
      TemplateLiteral: ({ quasis, expressions }) => {
        const text = quasis
          .map(({ value }, index) => value.raw + nameOf(expressions[index], tables))
          .join("");
        if (sqlUpdate.test(text)) fault("sets a status by SQL");
      },
      TSAsExpression: ({ typeAnnotation }) => {
        if (module.path !== TRANSITIONS && typeName(typeAnnotation) === "StatusStep") {
          fault("makes a step of its own");
        }
      },
    }).visit(module.program);
    return faults;
  });
};

/** The guarded tables that a module imports, by their local names, as SQL calls them. */
function tablesOf(module: Module, guarded: readonly Guarded[]): ReadonlyMap<string, string> {
  return new Map(
    [...importsOf(module)].flatMap(([local, { file, name }]) => {
      const found = guarded.find(({ constant }) => constant === name);
      return file?.startsWith("db/schema/") && found ? [[local, found.table] as const] : [];
    }),
  );
}

/** A function of any kind. */
type Callable = Pick<Function | ArrowFunctionExpression, "params">;

/** What the parameters of the functions around a place are typed as, by name. */
class Parameters {
  readonly #around: ReadonlyMap<string, string>[] = [];
  readonly #aliases = new Map<string, string>();
  readonly visitor = {
    FunctionDeclaration: (code: Callable) => this.#enter(code),
    FunctionExpression: (code: Callable) => this.#enter(code),
    ArrowFunctionExpression: (code: Callable) => this.#enter(code),
    "FunctionDeclaration:exit": () => void this.#around.pop(),
    "FunctionExpression:exit": () => void this.#around.pop(),
    "ArrowFunctionExpression:exit": () => void this.#around.pop(),
  };

  constructor(module: Module) {
    new Visitor({
      // A name of the room's own for it: `type SessionChanges = WithoutStatus<…>`.
      TSTypeAliasDeclaration: ({ id, typeAnnotation }) => {
        const name = typeName(typeAnnotation);
        if (name) this.#aliases.set(id.name, name);
      },
    }).visit(module.program);
  }

  #enter({ params }: Callable): void {
    const found = new Map<string, string>();
    for (const one of params) {
      if (one.type !== "Identifier") continue;
      const name = typeName(one.typeAnnotation?.typeAnnotation) ?? "";
      found.set(one.name, this.#aliases.get(name) ?? name);
    }
    this.#around.push(found);
  }

  get(name: string): string | undefined {
    return this.#around.findLast((parameters) => parameters.has(name))?.get(name);
  }
}

const typeName = (node: Node | null | undefined): string | null =>
  node?.type === "TSTypeReference" && node.typeName.type === "Identifier"
    ? node.typeName.name
    : null;

/** The argument of `….update(table).set(argument)` and of an upsert's `onConflictDoUpdate({ set })`. */
function setOf(
  { callee, arguments: [given] }: Extract<Node, { type: "CallExpression" }>,
  tables: ReadonlyMap<string, string>,
): Node | undefined {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return undefined;
  const { object, property } = callee;
  if (property.name === "set" && isOn(object, "update", tables)) return given;
  if (property.name !== "onConflictDoUpdate" || given?.type !== "ObjectExpression")
    return undefined;
  const values = object.type === "CallExpression" ? object.callee : object;
  if (values.type !== "MemberExpression" || !isOn(values.object, "insert", tables))
    return undefined;
  return valueOf(given, "set");
}

/** Whether the call is `….<verb>(table)` on a guarded table. */
function isOn(node: Node, verb: string, tables: ReadonlyMap<string, string>): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { property } = node.callee;
  const [table] = node.arguments;
  return (
    property.type === "Identifier" &&
    property.name === verb &&
    table?.type === "Identifier" &&
    tables.has(table.name)
  );
}

function valueOf(object: Extract<Node, { type: "ObjectExpression" }>, key: string) {
  for (const one of object.properties) {
    if (one.type === "Property" && keyOf(one.key) === key) return one.value;
  }
  return undefined;
}

const keyOf = (key: Node) =>
  key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";

function faultsIn(set: Node, typed: Parameters): string[] {
  if (set.type === "Identifier") {
    return typed.get(set.name) === "WithoutStatus"
      ? []
      : [`sets ${set.name}, which may say a status`];
  }
  if (set.type !== "ObjectExpression") return ["sets what cannot be seen"];
  return set.properties.flatMap((one) => {
    if (one.type === "SpreadElement") return faultsInSpread(one.argument, typed);
    if (keyOf(one.key) !== "status" && !one.computed) return [];
    const { value } = one;
    const isStep =
      value.type === "MemberExpression" &&
      value.object.type === "Identifier" &&
      typed.get(value.object.name) === "StatusStep" &&
      keyOf(value.property) === "to";
    return isStep ? [] : ["sets a status that is no step of transition()"];
  });
}

/** What is spread: an object that cannot have a status, or one written out, perhaps on a condition. */
function faultsInSpread(node: Node, typed: Parameters): string[] {
  if (node.type === "ParenthesizedExpression") return faultsInSpread(node.expression, typed);
  if (node.type === "LogicalExpression") return faultsInSpread(node.right, typed);
  return faultsIn(node, typed);
}

const nameOf = (node: Node | undefined, tables: ReadonlyMap<string, string>): string =>
  node?.type === "Identifier" ? (tables.get(node.name) ?? " ") : memberOf(node, tables);

/** `${bookings.status}` of a guarded table, as SQL would read it. */
function memberOf(node: Node | undefined, tables: ReadonlyMap<string, string>): string {
  if (node?.type !== "MemberExpression" || node.object.type !== "Identifier") return " ";
  return tables.has(node.object.name) ? keyOf(node.property) : " ";
}
