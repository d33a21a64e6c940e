import { type Module, modulesOf } from "./modules";
import type { Check, Project } from "./project";

/** What brings every room's words along, with their schemas or with every language's sentences. */
const heavy = /^lib\/(words\/(index|rooms|say|rule-words)|[^/]+\/[^/]+\/words)\.ts$/;

/**
 * No browser downloads the words of all rooms: what a client component shows of them, the server hands it
 * (quality.md, Speed). Follows imports from each `"use client"` on, until a server action.
 */
export const clientWords: Check = (project) => {
  const modules = modulesOf(project);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const walk = (module: Module, trail: readonly string[]): void => {
    if (seen.has(module.path) || hasDirective(module, "use server")) return;
    seen.add(module.path);
    for (const { file, typeOnly } of module.imports) {
      const next = file === undefined || typeOnly ? undefined : modules.get(file);
      if (!next) continue;
      const way = [...trail, next.path];
      if (heavy.test(next.path)) found.set(way[0] ?? "", way.join(" → "));
      else walk(next, way);
    }
  };
  for (const start of modules.values()) {
    if (hasDirective(start, "use client")) walk(start, [start.path]);
  }
  return [...found.values()].map((way) => `${way}: every room's words would reach the browser`);
};

/** The modules of ours that reach browsers. */
export function browserModules(project: Project): Module[] {
  const modules = modulesOf(project);
  const found = new Set<Module>();
  const walk = (module: Module): void => {
    if (found.has(module) || hasDirective(module, "use server")) return;
    found.add(module);
    for (const { file, typeOnly } of module.imports) {
      const next = file === undefined || typeOnly ? undefined : modules.get(file);
      if (next) walk(next);
    }
  };
  for (const each of modules.values()) {
    if (hasDirective(each, "use client") && !each.path.startsWith("tests/")) walk(each);
  }
  return [...found];
}

function hasDirective({ program }: Module, name: string): boolean {
  return program.body.some(
    (statement) => statement.type === "ExpressionStatement" && statement.directive === name,
  );
}
