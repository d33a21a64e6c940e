import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "@/scripts/parts/paths";

/** The project as the checks see it: text by path, paths relative to the root. */
export type Project = ReadonlyMap<string, string>;

/** A check: one sentence for each violation, naming the file first. */
export type Check = (project: Project) => string[];

const FOLDERS = ["app", "components", "db", "lib", "scripts", "tests"];

let project: Project | undefined;

/** The real project, read once. Throws when it finds so little that the checks would prove nothing. */
export function readProject(): Project {
  project ??= readFiles();
  return project;
}

function readFiles(): Project {
  const atRoot = readdirSync(root()).filter((name) => /\.(ts|mjs)$/.test(name));
  const inside = FOLDERS.filter((folder) => existsSync(root(folder))).flatMap((folder) =>
    readdirSync(root(folder), { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, name).replaceAll("\\", "/"),
    ),
  );
  const paths = [...atRoot, ...inside].filter(
    (path) => /\.(tsx?|mjs|md)$/.test(path) && path !== "next-env.d.ts",
  );
  if (paths.length < 50) throw new Error(`Only ${paths.length} files found: the checks are blind.`);
  return new Map(paths.map((path) => [path, readFileSync(root(path), "utf8")]));
}

/** A made-up project for testing the checks themselves. */
export function projectOf(files: Record<string, string>): Project {
  return new Map(Object.entries(files));
}

/** The code files of the project, outside `tests/` unless asked for. */
export function codeFiles(project: Project, options: { tests?: boolean } = {}): string[] {
  return [...project.keys()].filter(
    (path) => /\.(tsx?|mjs)$/.test(path) && (options.tests || !path.startsWith("tests/")),
  );
}
