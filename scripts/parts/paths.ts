import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** The absolute path of a file of the project. */
export function root(path = "."): string {
  return fileURLToPath(new URL(path, ROOT));
}
