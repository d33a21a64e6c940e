import { readdirSync } from "node:fs";

/** Endings of files that are served as they are: nothing with such a name is a page. */
const ending = /\.(avif|css|gif|ico|jpe?g|js|json|map|mjs|php|png|svg|txt|webp|woff2?|xml)$/i;
/** Those that have an answer of their own: what is built, what is made by a route. */
const made = /^\/(_next|api|swagger|\.well-known)\/|^\/(icon|apple-icon|sw)\./i;

/** Says of a path whether it names a file of a site and there is none: of those in this folder, which stays as it is. */
export function missingFiles(folder: string): (path: string) => boolean {
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (file) => `/${file.replaceAll("\\", "/")}`,
    ),
  );
  return (path) => ending.test(path) && !made.test(path) && !files.has(path);
}
