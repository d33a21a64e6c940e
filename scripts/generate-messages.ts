import { mkdirSync, writeFileSync } from "node:fs";

import { generate } from "./parts/generated";
import { catalogues, readCatalogue } from "./parts/generated/catalogues";
import { skeleton } from "./parts/generated/skeleton";
import { main } from "./parts/main";
import { root } from "./parts/paths";

/**
 * `npm run generate:messages -- de`: a language's files by room, with what they say already, and in English what
 * they do not say yet. A second argument names another folder than that of the catalogues.
 */
main(async () => {
  const [locale = "", elsewhere] = process.argv.slice(2);
  const folder = elsewhere ?? root(catalogues);
  if (!/^[a-z]{2,3}(-[A-Za-z\d]+)*$/.test(locale) || locale === "en") {
    throw new Error("Name the language to translate into: npm run generate:messages -- de");
  }
  mkdirSync(`${folder}/${locale}`, { recursive: true });
  const files = skeleton(readCatalogue(locale, folder));
  for (const [room, messages] of Object.entries(files)) {
    writeFileSync(`${folder}/${locale}/${room}.json`, `${JSON.stringify(messages, null, 2)}\n`);
  }
  console.log(`${Object.keys(files).length} files in ${folder}/${locale}`);
  if (!elsewhere) await generate();
});
