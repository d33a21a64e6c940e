import { type Node, Visitor } from "oxc-parser";

import { type Module, modulesOf } from "./modules";
import type { Check } from "./project";

/** Ends the browser's own session, whoever asks: there is nothing to ask leave for. */
const NO_USE_CASE = ["app/_frame/sign-out.ts"];

/** Whatever a browser may call goes through `action()`, which asks for a permission and judges the input. */
export const serverActions: Check = (project) =>
  [...modulesOf(project).values()].flatMap((module) => {
    const isServer = module.program.body.some(
      (statement) =>
        statement.type === "ExpressionStatement" && statement.directive === "use server",
    );
    if (!isServer || NO_USE_CASE.includes(module.path)) return [];
    const actions = actionsOf(module);
    return exportsOf(module).flatMap(([name, value]) =>
      isAction(value) || calls(value, actions)
        ? []
        : [`${module.path}: ${name} goes through no action()`],
    );
  });

/** The names of the module's own that `action()` made. */
function actionsOf({ program }: Module): ReadonlySet<string> {
  const names = new Set<string>();
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === "Identifier" && isAction(init)) names.add(id.name);
    },
  }).visit(program);
  return names;
}

function exportsOf({ program }: Module): [string, Node | null][] {
  return program.body.flatMap((statement): [string, Node | null][] => {
    if (statement.type !== "ExportNamedDeclaration") return [];
    const { declaration, exportKind } = statement;
    if (exportKind === "type" || !declaration) return [];
    if (declaration.type === "FunctionDeclaration") {
      return [[declaration.id?.name ?? "a function", declaration]];
    }
    if (declaration.type !== "VariableDeclaration") return [];
    return declaration.declarations.map(({ id, init }) => [
      id.type === "Identifier" ? id.name : "a value",
      init,
    ]);
  });
}

function isAction(node: Node | null): boolean {
  return (
    node?.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "action"
  );
}

function calls(node: Node | null, names: ReadonlySet<string>): boolean {
  if (!node) return false;
  let found = false;
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type === "Identifier" && names.has(callee.name)) found = true;
    },
  }).visit({ type: "Program", body: [node] } as never);
  return found;
}
