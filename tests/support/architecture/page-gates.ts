import type { Node } from "oxc-parser";

import { type Module, modulesOf } from "./modules";
import type { Project } from "./project";

/** What a page's `page({ area, permission, run })` says, as it is written. */
export interface WrittenGate {
  readonly area: string;
  readonly permission: string;
}

/** Every `page.tsx`, with its gate where its default export is `page(…)` of lib/http with both words spelt out. */
export function pageGates(project: Project): ReadonlyMap<string, WrittenGate | undefined> {
  const pages = [...modulesOf(project).values()].filter(({ path }) =>
    /^app\/(.*\/)?page\.tsx$/.test(path),
  );
  return new Map(pages.map((module) => [module.path, gateOf(module)]));
}

/** The folder of `app/` that a page lies in, without the brackets of one that is no part of the path. */
export function folderOf(path: string): string {
  const [, folder = ""] = /^app\/([^/]+)\//.exec(path) ?? [];
  return folder.replace(/^\((.*)\)$/, "$1");
}

function gateOf({ imports, program }: Module): WrittenGate | undefined {
  const known = imports.some(
    ({ file, names }) => file === "lib/http/page.ts" && names.includes("page"),
  );
  const exported = program.body.find(({ type }) => type === "ExportDefaultDeclaration");
  if (!known || exported?.type !== "ExportDefaultDeclaration") return undefined;
  const { declaration } = exported;
  if (declaration.type !== "CallExpression" || !isCallOf(declaration.callee, "page")) {
    return undefined;
  }
  const [area, permission] = ["area", "permission"].map((name) =>
    textOf(declaration.arguments[0], name),
  );
  return area !== undefined && permission !== undefined ? { area, permission } : undefined;
}

const isCallOf = (callee: Node, name: string) =>
  callee.type === "Identifier" && callee.name === name;

/** The text that an object literal gives a name to. */
function textOf(object: Node | undefined, name: string): string | undefined {
  if (object?.type !== "ObjectExpression") return undefined;
  for (const property of object.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    if (property.key.name !== name || property.value.type !== "Literal") continue;
    return typeof property.value.value === "string" ? property.value.value : undefined;
  }
  return undefined;
}
