import type { Node } from "oxc-parser";

import { functionsOf, importsOf } from "./declarations";
import { modulesOf } from "./modules";
import { bodyOf, isCode, nameOf } from "./nodes";
import type { Project } from "./project";
import { asksIn, type Calls, isContext, makesContext, writesIn } from "./ways";

/** What asks for a permission, or says that none is needed; all of `lib/core/permissions.ts`. */
const ASKS = new Set(["authorize", "scopeOf", "asHolder", "openTo"]);
export const PERMISSIONS = "lib/core/permissions.ts";

/** Drizzle's words for writing, and SQL's. */
const WRITING = /\.(insert|update|delete)\(|\b(insert into|update|delete from)\s+\$\{/;
const isStore = (path: string) => /^lib\/[^/]+\/[^/]+\/store(\/[^/]+)?\.ts$/.test(path);

/** What can be told of the functions of a part of the house, such as `lib/charging/bookings`. */
export interface Asking {
  /** Whether a function asks for a permission on every way through it, itself or by others of its part. */
  readonly asks: (path: string, name: string) => boolean;
  /** The same of code that stands in a file, such as a function without a name. */
  readonly codeAsks: (path: string, code: Node) => boolean;
  /** Where the name leads that stands in a file: to a function of the project, by its file and name. */
  readonly target: (path: string, name: string) => Target | undefined;
}

interface Target {
  readonly path: string;
  readonly name: string;
}

export const functionsIn = (project: Project, path: string) => {
  const found = modulesOf(project).get(path);
  return found ? functionsOf(found) : new Map<string, Node>();
};

export function askingOf(project: Project, part: string): Asking {
  const asks = remembered((path, name) => {
    const code = functionsIn(project, path).get(name);
    return code !== undefined && codeAsks(path, code);
  });
  const writes = remembered((path, name) => {
    const code = functionsIn(project, path).get(name);
    if (!code) return false;
    const source = (project.get(path) ?? "").slice(code.start, code.end);
    return (isStore(path) && WRITING.test(source)) || writesIn(code, calls(path));
  });
  const target = (path: string, name: string) => targetOf(project, path, name);
  const calls = (path: string): Calls => ({
    asks: (name, given) => {
      const to = isContext(given[0]) ? target(path, name) : undefined;
      if (to?.path === PERMISSIONS) return ASKS.has(to.name) && given.length > 1;
      return to?.path.startsWith(`${part}/`) === true && asks(to.path, to.name);
    },
    writes: (name) => {
      const to = target(path, name);
      return to !== undefined && writes(to.path, to.name);
    },
  });
  const codeAsks = (path: string, code: Node) =>
    !makesContext(code) && asksIn(isCode(code) ? bodyOf(code) : code, calls(path));
  return { asks, codeAsks, target };
}

/** A function that calls itself does only what it does elsewhere. */
function remembered(find: (path: string, name: string) => boolean) {
  const known = new Map<string, boolean>();
  return (path: string, name: string): boolean => {
    const key = `${path}#${name}`;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, false);
    const found = find(path, name);
    known.set(key, found);
    return found;
  };
}

/** Follows a name through imports and doors. */
function targetOf(project: Project, path: string, name: string): Target | undefined {
  const found = modulesOf(project).get(path);
  if (!found || functionsOf(found).has(name)) return { path, name };
  const imported = importsOf(found).get(name);
  return imported ? exportOf(project, imported.file, imported.name) : { path, name };
}

function exportOf(project: Project, path: string | undefined, name: string): Target | undefined {
  if (path === undefined) return undefined;
  const { program, imports } = modulesOf(project).get(path) ?? {};
  for (const statement of program?.body ?? []) {
    if (statement.type !== "ExportNamedDeclaration" || !statement.source) continue;
    const { value } = statement.source;
    const one = statement.specifiers.find(({ exported }) => nameOf(exported) === name);
    const file = imports?.find(({ specifier }) => specifier === value)?.file;
    if (one) return exportOf(project, file, nameOf(one.local));
  }
  return { path, name };
}
