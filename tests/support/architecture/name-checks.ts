import type { Node } from "oxc-parser";

import { functionsOf } from "./declarations";
import { modulesOf } from "./modules";
import type { Check } from "./project";
import { roomOf } from "./rooms";

/** A function of a room, as far as its name may promise something of it. */
interface Named {
  readonly name: string;
  readonly path: string;
  /** What it is declared to return, without `Promise`; undefined where it is not declared. */
  readonly returns: string | undefined;
  readonly code: string;
  readonly isUseCase: boolean;
}

/** What each first word promises (docs/adding-a-room.md); the sentence says which promise is broken. */
const promises: Readonly<Record<string, (named: Named) => string | undefined>> = {
  get: ({ returns = "" }) =>
    /(^|\| )(null|undefined)\b/.test(returns) ? "get answers the thing, or throws" : undefined,
  find: ({ code, isUseCase }) =>
    isUseCase || /\b(authorize|scopeOf|asHolder|openTo)\(/.test(code)
      ? "find asks no permission, so it is no use case"
      : undefined,
  read: ({ path, isUseCase }) => (isUseCase || isInner(path) ? undefined : "read is a use case"),
  list: ({ path, returns = "", isUseCase }) => {
    if (!isUseCase && !isInner(path)) return "list is a use case";
    return !isUseCase || returns.startsWith("Page<") ? undefined : "list answers a Page";
  },
  lock: ({ code }) =>
    /\.for\(|advisory_xact_lock|\b(lock[A-Z]\w*|\w+Lock)\(/.test(code.slice(code.indexOf("(")))
      ? undefined
      : "lock holds rows, or a lock by name",
  assert: ({ returns }) =>
    returns === "void" || returns?.startsWith("asserts ")
      ? undefined
      : "assert answers nothing: it is declared void",
};

/** A store's and the rules' own: they look things up in their way, and no door leads to them. */
const isInner = (path: string) => /\/(store|rules)(\.ts$|\/)/.test(path);

/** The functions of rooms keep what their first word promises, as far as it can be seen. */
export const keptPromises: Check = (project) => {
  const doors = [...modulesOf(project).values()].filter(({ path }) => path.endsWith("/index.ts"));
  const useCases = new Set(
    doors.flatMap(({ imports }) =>
      imports.flatMap(({ file, names }) => names.map((name) => `${file} ${name}`)),
    ),
  );
  return [...modulesOf(project).values()].flatMap((module) => {
    const { path } = module;
    if (!roomOf(path)) return [];
    const source = project.get(path) ?? "";
    return [...functionsOf(module)].flatMap(([name, node]) => {
      const [, word = ""] = /^([a-z]+)[A-Z]/.exec(name) ?? [];
      const code = source.slice(node.start, node.end);
      const isUseCase = useCases.has(`${path} ${name}`);
      const why = promises[word]?.({
        name,
        path,
        code,
        isUseCase,
        returns: returnsOf(node, source),
      });
      return why === undefined ? [] : [`${path}: ${name}: ${why}`];
    });
  });
};

function returnsOf(node: Node, source: string): string | undefined {
  if (!("returnType" in node) || !node.returnType) return undefined;
  const { typeAnnotation } = node.returnType;
  return source
    .slice(typeAnnotation.start, typeAnnotation.end)
    .replace(/^Promise<([^]*)>$/, "$1")
    .trim();
}
