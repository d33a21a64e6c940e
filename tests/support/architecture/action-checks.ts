import { type Node, Visitor } from "oxc-parser";

import { functionsOf, importsOf } from "./declarations";
import { type Module, modulesOf } from "./modules";
import { bodyOf, childrenOf, nameOf } from "./nodes";
import type { Check } from "./project";

/** Ends the browser's own session, whoever asks: there is nothing to ask leave for. */
const NO_USE_CASE = ["app/_frame/sign-out.ts", "app/_frame/choose-units.ts"];
/** The tests that call every action find them by these names. */
const NAMED = /^app\/(.*\/)?([a-z-]+-)?actions\.ts$/;
const ACTION = "lib/http/action.ts";

/**
 * Whatever a browser may call goes through `action()` of lib/http, which asks for a permission and judges the input:
 * a `"use server"` file exports what `action()` made, or functions that do nothing before they call one.
 */
export const serverActions: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    const { path, program } = module;
    const within = directivesWithin(module).map(
      () => `${path}: "use server" stands at the top of an actions.ts, not in a function`,
    );
    const isServer = program.body.some(isDirective);
    if (!isServer || NO_USE_CASE.includes(path)) return within;
    const name = NAMED.test(path) ? [] : [`${path}: server actions lie in actions.ts of app/`];
    return [...within, ...name, ...exportFaults(module).map((fault) => `${path}: ${fault}`)];
  });

const isDirective = (node: Node) =>
  node.type === "ExpressionStatement" && "directive" in node && node.directive === "use server";

/** The functions that say `"use server"` of themselves alone. */
function directivesWithin({ program }: Module): Node[] {
  const found: Node[] = [];
  new Visitor({
    BlockStatement: ({ body }) => {
      found.push(...body.filter(isDirective));
    },
  }).visit(program);
  return found;
}

function exportFaults(module: Module): string[] {
  const actions = actionsOf(module);
  const functions = functionsOf(module);
  const faultsOf = (name: string) => {
    const code = functions.get(name);
    const isFine = actions.has(name) || (code !== undefined && leadsTo(code, actions));
    return isFine ? [] : [`${name} goes through no action(), or not at once`];
  };
  return module.program.body.flatMap((statement): string[] => {
    if (statement.type === "ExportDefaultDeclaration") return ["has a default export"];
    if (statement.type === "ExportAllDeclaration") {
      return statement.exportKind === "type" ? [] : ["exports what another file has"];
    }
    if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
    const { declaration, source, specifiers } = statement;
    const named = specifiers.filter(({ exportKind }) => exportKind !== "type");
    if (source && named.length > 0) return ["exports what another file has"];
    return [...declaredBy(declaration), ...named.map(({ local }) => nameOf(local))].flatMap(
      faultsOf,
    );
  });
}

function declaredBy(declaration: Node | null): string[] {
  if (declaration?.type === "VariableDeclaration") {
    return declaration.declarations.map(({ id }) =>
      id.type === "Identifier" ? id.name : "a value",
    );
  }
  const isValue =
    declaration?.type === "FunctionDeclaration" || declaration?.type === "ClassDeclaration";
  return isValue ? [declaration.id?.name ?? "a value"] : [];
}

/** The constants at the top of the module that `action()` of lib/http made. */
function actionsOf(module: Module): ReadonlySet<string> {
  const makers = [...importsOf(module)]
    .filter(([, { file, name }]) => file === ACTION && name === "action")
    .map(([local]) => local);
  const declared = module.program.body.flatMap((statement) => {
    const one = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    return one?.type === "VariableDeclaration" && one.kind === "const" ? one.declarations : [];
  });
  return new Set(
    declared.flatMap(({ id, init }) =>
      id.type === "Identifier" && isCallOf(init, (name) => makers.includes(name)) ? [id.name] : [],
    ),
  );
}

function isCallOf(node: Node | null, isName: (name: string) => boolean): boolean {
  return (
    node?.type === "CallExpression" && node.callee.type === "Identifier" && isName(node.callee.name)
  );
}

/** Whether the first that a function does is to call one of the actions, with what it was given. */
function leadsTo(code: Node, actions: ReadonlySet<string>): boolean {
  const params = "params" in code ? (code.params as Node[]) : [];
  if (
    params.some((param) => doesSomething(param) || names(param).some((one) => actions.has(one)))
  ) {
    return false;
  }
  const body = bodyOf(code);
  const first = body?.type === "BlockStatement" ? body.body[0] : body;
  const call = first && valueOf(first);
  if (call?.type !== "CallExpression") return false;
  return isCallOf(call, (name) => actions.has(name)) && !call.arguments.some(doesSomething);
}

/** What a statement makes, waited for or not. */
function valueOf(node: Node): Node | null {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations[0]?.init ? valueOf(node.declarations[0].init) : null;
    case "ExpressionStatement":
      return valueOf(node.expression);
    case "ReturnStatement":
    case "AwaitExpression":
      return node.argument ? valueOf(node.argument) : null;
    default:
      return node;
  }
}

const DEEDS = ["CallExpression", "NewExpression", "AwaitExpression", "TaggedTemplateExpression"];

const doesSomething = (node: Node): boolean =>
  DEEDS.includes(node.type) || childrenOf(node).some(doesSomething);

const names = (node: Node): string[] =>
  node.type === "Identifier" ? [node.name] : childrenOf(node).flatMap(names);
