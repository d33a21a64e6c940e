import type { Node } from "oxc-parser";

import type { Module } from "./modules";

/** The functions that a module declares at its top level, by name: declared as such, or as constants. */
export function functionsOf({ program }: Module): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of program.body) {
    const declared =
      statement.type === "ExportNamedDeclaration" ? statement.declaration : (statement as Node);
    if (declared?.type === "FunctionDeclaration" && declared.id) {
      found.set(declared.id.name, declared);
    }
    if (declared?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declared.declarations) {
      const isFunction =
        init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression";
      if (id.type === "Identifier" && isFunction) found.set(id.name, init);
    }
  }
  return found;
}

/** Where the names come from that a module imports: the local name → file and name there. */
export function importsOf({
  program,
  imports,
}: Module): ReadonlyMap<string, { readonly file: string | undefined; readonly name: string }> {
  const found = new Map<string, { file: string | undefined; name: string }>();
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const { value } = statement.source;
    const file = imports.find(({ specifier }) => specifier === value)?.file;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== "ImportSpecifier") continue;
      const { imported, local } = specifier;
      found.set(local.name, {
        file,
        name: imported.type === "Identifier" ? imported.name : imported.value,
      });
    }
  }
  return found;
}
