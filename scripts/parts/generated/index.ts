import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { root } from "../paths";
import { catalogueIndexes } from "./catalogues";
import { envExample } from "./env-example";

/** Everything that is written by a program rather than by hand, by path: what it should say now. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return { ...(await catalogueIndexes()), ...envExample() };
}

/** Writes them; those that say the same already keep their date. */
export async function generate(): Promise<void> {
  for (const [path, text] of Object.entries(await generatedFiles())) {
    if (isStale(path, text)) {
      mkdirSync(dirname(root(path)), { recursive: true });
      writeFileSync(root(path), text);
      console.log(`Wrote ${path}.`);
    }
  }
}

/** Whether the file on disk says something else, or is not there. */
export function isStale(path: string, text: string): boolean {
  return !existsSync(root(path)) || readFileSync(root(path), "utf8") !== text;
}
