import type { Node } from "oxc-parser";

import { importsOf } from "./declarations";
import { type Module, modulesOf } from "./modules";
import type { Project } from "./project";

/** An element of a list: itself, or what the list has that is spread there and stands at the top of a module. */
export function spreadOut(project: Project, module: Module, element: Node | null): (Node | null)[] {
  if (element?.type !== "SpreadElement" || element.argument.type !== "Identifier") return [element];
  const { name } = element.argument;
  const own = listNamed(module, name);
  if (own) return own.flatMap((one) => spreadOut(project, module, one));
  const from = importsOf(module).get(name);
  const other = from?.file === undefined ? undefined : modulesOf(project).get(from.file);
  const list = other && from && listNamed(other, from.name);
  return list ? list.flatMap((one) => spreadOut(project, other, one)) : [element];
}

function listNamed({ program }: Module, name: string): (Node | null)[] | undefined {
  for (const statement of program.body) {
    const declared =
      statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type !== "VariableDeclaration") continue;
    const one = declared.declarations.find(
      ({ id }) => id.type === "Identifier" && id.name === name,
    );
    if (one) return elementsOf(one.init);
  }
  return undefined;
}

/** A list, whatever type is said of it. */
function elementsOf(node: Node | null): (Node | null)[] | undefined {
  if (node?.type === "TSAsExpression" || node?.type === "TSSatisfiesExpression") {
    return elementsOf(node.expression);
  }
  return node?.type === "ArrayExpression" ? node.elements : undefined;
}
