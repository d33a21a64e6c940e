import { readFileSync } from "node:fs";

import { format, type FormatOptions } from "oxfmt";

import { root } from "../paths";

/** A file's text in the house's form, as `npm run format` writes it. Throws an Error for what is no program. */
export async function formatted(path: string, source: string): Promise<string> {
  const config = JSON.parse(readFileSync(root(".oxfmtrc.json"), "utf8")) as FormatOptions & object;
  const { $schema: _, ignorePatterns: __, ...options } = config as Record<string, unknown>;
  const { code, errors } = await format(path, source, options as FormatOptions);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return code;
}
