import { globSync, readFileSync } from "node:fs";

import type { Messages } from "@/components/i18n/together";

import { root } from "../paths";
import { formatted } from "./format";

/** Where each language has a folder, with a file of each room in it. */
export const catalogues = "components/i18n/messages";

/** What each file of a language says, by room; nothing for a language that there is not. */
export function readCatalogue(locale: string, folder = root(catalogues)): Record<string, Messages> {
  const names = globSync("*.json", { cwd: `${folder}/${locale}` }).toSorted();
  const read = (name: string) =>
    JSON.parse(readFileSync(`${folder}/${locale}/${name}`, "utf8")) as Messages;
  return Object.fromEntries(names.map((name) => [name.slice(0, -".json".length), read(name)]));
}

/**
 * The files that find the catalogue files of each language, by path: `index.ts` beside them, and one for all. `written` are
 * those that are written with them. */
export async function catalogueIndexes(
  written: readonly string[],
): Promise<Record<string, string>> {
  const found = globSync(`${catalogues}/*/*.json`, { cwd: root() });
  const files = [...new Set([...found.map((file) => file.replaceAll("\\", "/")), ...written])];
  const folders = [...new Set(files.map((file) => file.slice(0, file.lastIndexOf("/"))))];
  const indexes = folders.toSorted().map(async (folder) => {
    const names = files
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1, -".json".length));
    const path = `${folder}/index.ts`;
    return [path, await formatted(path, sourceOf(names.toSorted()))] as const;
  });
  const path = `${catalogues}/index.ts`;
  const locales = folders.toSorted().map((folder) => folder.slice(catalogues.length + 1));
  const all = [path, await formatted(path, sourceOfAll(locales))] as const;
  return Object.fromEntries([all, ...(await Promise.all(indexes))]);
}

function sourceOfAll(locales: readonly string[]): string {
  const imports = locales.map(
    (locale) => `import { messages as ${variableOf(locale)} } from "./${locale}";`,
  );
  const entries = locales.map((locale) => `"${locale}": ${variableOf(locale)}`);
  return `// Written by \`npm run generate\`: what every language says.
${imports.join("\n")}

export const catalogues = { ${entries.join(", ")} };
`;
}

function sourceOf(names: readonly string[]): string {
  const imports = names.map((name) => `import ${variableOf(name)} from "./${name}.json";`);
  return `// Written by \`npm run generate\`: every catalogue file of this language.
import { together } from "../../together";
${imports.join("\n")}

export const messages = together(${names.map(variableOf).join(", ")});
`;
}

/** `charging-points` → `chargingPoints`. */
function variableOf(name: string): string {
  return name.replaceAll(/-([A-Za-z\d])/g, (_, letter: string) => letter.toUpperCase());
}
