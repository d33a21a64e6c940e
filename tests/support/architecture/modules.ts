import { posix } from "node:path";

import { type Node, parseSync, type Program, type StaticExportEntry, Visitor } from "oxc-parser";

import { codeFiles, type Project } from "./project";

/** One import or re-export. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file of the project that it means; undefined for a package. */
  readonly file: string | undefined;
  /** The package that it means; undefined for a file, empty when neither is found. */
  readonly packageName: string | undefined;
  /** Gone after compiling: nothing runs because of it. */
  readonly typeOnly: boolean;
  /** What is imported by name. */
  readonly names: readonly string[];
}

export interface Module {
  readonly path: string;
  readonly program: Program;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
}

const cache = new WeakMap<Project, ReadonlyMap<string, Module>>();

/** Parses every code file, tests included. Throws for a file that does not parse. */
export function modulesOf(project: Project): ReadonlyMap<string, Module> {
  const known = cache.get(project);
  if (known) return known;
  const paths = codeFiles(project, { tests: true });
  const modules = new Map(paths.map((path) => [path, parse(project, path)]));
  cache.set(project, modules);
  return modules;
}

function parse(project: Project, path: string): Module {
  const source = project.get(path) ?? "";
  const { program, module, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found = (specifier: string, names: string[], typeOnly: boolean): Import => ({
    specifier,
    names,
    typeOnly,
    ...resolve(project, path, specifier),
  });
  const exported = module.staticExports.flatMap((statement) => statement.entries);
  return {
    path,
    program,
    hasDefaultExport: exported.some(
      ({ exportName }) => exportName.kind === "Default" || exportName.name === "default",
    ),
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries }) =>
        found(
          moduleRequest.value,
          entries.map((entry) => entry.importName.name ?? entry.localName.value),
          entries.length > 0 && entries.every((entry) => entry.isType),
        ),
      ),
      ...exported.flatMap((entry: StaticExportEntry) =>
        entry.moduleRequest
          ? found(entry.moduleRequest.value, [entry.importName.name ?? "*"], entry.isType)
          : [],
      ),
      ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
        dynamicImport(source.slice(start, end), found),
      ),
      ...importTypes(program).map(({ specifier, name }) => found(specifier, [name], true)),
    ],
  };
}

/** What stands for an import whose file only the running program knows. */
export const COMPUTED = "a path that is made as it runs";

function dynamicImport(
  written: string,
  found: (specifier: string, names: string[], typeOnly: boolean) => Import,
): Import {
  const [, , specifier] = /^(["'`])((?:(?!\$\{|\1).)*)\1$/.exec(written) ?? [];
  if (specifier !== undefined) return found(specifier, ["*"], false);
  return {
    specifier: COMPUTED,
    names: ["*"],
    typeOnly: false,
    file: undefined,
    packageName: "",
  };
}

/** `import("…").Name` where a type stands, `typeof import("…")` too: nothing runs, and a file is known all the same. */
function importTypes(program: Program): { specifier: string; name: string }[] {
  const found: { specifier: string; name: string }[] = [];
  new Visitor({
    TSImportType: ({ source, qualifier }) => {
      found.push({ specifier: source.value, name: firstOf(qualifier) });
    },
  }).visit(program);
  return found;
}

/** `A` of `A.B.C`, as that is what the file exports; all of it where nothing is named. */
function firstOf(qualifier: Node | null): string {
  if (qualifier?.type === "TSQualifiedName") return firstOf(qualifier.left);
  return qualifier?.type === "Identifier" ? qualifier.name : "*";
}

const ENDINGS = ["", ".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"];
/** Things that are imported and are no code; they are not read. */
const ASSETS = /\.(css|json|svg|png)$/;

function resolve(
  project: Project,
  from: string,
  specifier: string,
): Pick<Import, "file" | "packageName"> {
  const isOurs = specifier.startsWith("@/") || specifier.startsWith(".");
  if (!isOurs) {
    const [scope = "", name = ""] = specifier.split("/");
    return { file: undefined, packageName: scope.startsWith("@") ? `${scope}/${name}` : scope };
  }
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : posix.join(posix.dirname(from), specifier);
  if (ASSETS.test(base)) return { file: base, packageName: undefined };
  const file = ENDINGS.map((ending) => base + ending).find(
    (path) => project.has(path) && /\.(tsx?|mjs)$/.test(path),
  );
  return { file, packageName: file === undefined ? "" : undefined };
}
