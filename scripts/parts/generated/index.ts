import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { root } from "../paths";
import { catalogueIndexes, catalogues } from "./catalogues";
import { envExample } from "./env-example";
import { navIcons } from "./nav-icons";
import { pseudoFiles, pseudoLocale } from "./pseudo";
import { registryFiles } from "./routes";

/** Where a file that nothing asks for any more may have been left behind. */
const PLACES = [
  "app/api/paths.ts",
  "app/api/v1/**/endpoints.ts",
  "components/i18n/messages/*/index.ts",
  `${catalogues}/${pseudoLocale}/*.json`,
];

/** Everything that a program writes and not a hand, by path: what it should say now. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const pseudo = pseudoFiles();
  return {
    ...(await registryFiles()),
    ...pseudo,
    ...(await catalogueIndexes(Object.keys(pseudo))),
    ...(await navIcons()),
    ...envExample(),
  };
}

/** Those of them, by path, that say something else or are not there, and those that nothing asks for any more. */
export function staleFiles(files: Readonly<Record<string, string>>): string[] {
  const left = globSync(PLACES, { cwd: root() }).map((path) => path.replaceAll("\\", "/"));
  return [
    ...Object.keys(files).filter((path) => textOf(path) !== files[path]),
    ...left.filter((path) => !(path in files)),
  ];
}

/** Writes what is stale, and removes what nothing asks for any more. */
export async function generate(): Promise<void> {
  const files = await generatedFiles();
  for (const path of staleFiles(files)) {
    const text = files[path];
    mkdirSync(dirname(root(path)), { recursive: true });
    if (text === undefined) rmSync(root(path));
    else writeFileSync(root(path), text);
    console.log(`${text === undefined ? "Removed" : "Wrote"} ${path}.`);
  }
}

function textOf(path: string): string | undefined {
  return existsSync(root(path)) ? readFileSync(root(path), "utf8") : undefined;
}
