import { type Node, type ObjectExpression, Visitor } from "oxc-parser";

import { askingOf, type Asking } from "./asking";
import { functionsOf, importsOf } from "./declarations";
import { type Module, modulesOf } from "./modules";
import { isCode } from "./nodes";
import type { Check } from "./project";
import { roomOf } from "./rooms";

/** The files that name jobs, and those that name what is done when events come. */
const LISTS = /^lib\/(jobs\/jobs|[^/]+\/[^/]+\/(jobs|subscribers))\.ts$/;

/**
 * Whatever the worker runs asks for a permission as a use case does, though no `index.ts` names it: every `run` of a
 * `jobs.ts` or `subscribers.ts`, and every function of the project that a `run` written there calls. A subscriber
 * without a `run` is one whose deliveries a job of its room carries out of the house, and that job asks.
 */
export const workersAsk: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    if (!LISTS.test(module.path)) return [];
    const isCarried =
      module.path.endsWith("/subscribers.ts") &&
      modulesOf(project).has(module.path.replace(/subscribers\.ts$/, "jobs.ts"));
    const asking = askingOf(project, `lib/${roomOf(module.path) ?? "jobs"}`);
    const lists = listsOf(module);
    if (lists.length === 0) return [`${module.path}: no list of objects with a run is seen`];
    return lists.flatMap(entriesOf).flatMap((entry) => {
      const fault = faultOf(module, entry, asking, isCarried);
      return fault === undefined ? [] : [`${module.path}: ${fault}`];
    });
  });

/** `{ … } satisfies RoomJobs`, and arrays that are declared as `readonly Subscriber[]`. */
function listsOf({ path, program }: Module): Node[] {
  const found: Node[] = [];
  new Visitor({
    TSSatisfiesExpression: ({ expression }) => {
      if (expression.type === "ObjectExpression") found.push(expression);
    },
    ArrayExpression: (list) => {
      if (path.endsWith("/subscribers.ts") && list.elements.some(isObject)) found.push(list);
    },
  }).visit(program);
  return found;
}

const isObject = (node: Node | null) => node?.type === "ObjectExpression";

/** The jobs or subscribers of a list; undefined for one that is not written there. */
function entriesOf(list: Node): (ObjectExpression | undefined)[] {
  const nodes: (Node | null)[] =
    list.type === "ObjectExpression"
      ? list.properties.map((one) => (one.type === "Property" ? one.value : one))
      : list.type === "ArrayExpression"
        ? list.elements
        : [];
  return nodes.map((node) => (node?.type === "ObjectExpression" ? node : undefined));
}

function faultOf(
  module: Module,
  entry: ObjectExpression | undefined,
  asking: Asking,
  isCarried: boolean,
) {
  const run = entry && valueOf(entry, "run");
  if (!entry || entry.properties.some(({ type }) => type !== "Property")) {
    return "what it lists is written there, as objects without spreading";
  }
  if (!run && isCarried) return undefined;
  const { path } = module;
  const asks = (name: string) => {
    const to = asking.target(path, name);
    return to !== undefined && asking.asks(to.path, to.name);
  };
  if (run?.type === "Identifier") return asks(run.name) ? undefined : `${run.name} does not ask`;
  if (!run || !isCode(run)) return "run is a function, or the name of one";
  const silent = callsIn(run).find((name) => isOurs(module, name) && !asks(name));
  if (silent !== undefined) return `${silent} does not ask`;
  return asking.codeAsks(path, run) ? undefined : "a run does not ask";
}

function valueOf({ properties }: ObjectExpression, name: string): Node | undefined {
  for (const property of properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    if (property.key.name === name) return property.value;
  }
  return undefined;
}

/** Whether a name means a function of the project: one of the file, or one that it imports. */
function isOurs(module: Module, name: string): boolean {
  return functionsOf(module).has(name) || importsOf(module).get(name)?.file !== undefined;
}

/** What code calls by its bare name. */
function callsIn(code: Node): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type === "Identifier") found.push(callee.name);
    },
  }).visit({ type: "Program", body: [code] } as never);
  return found;
}
