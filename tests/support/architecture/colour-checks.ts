import { modulesOf } from "./modules";
import type { Project } from "./project";

/** The colours that app/globals.css knows, as a class names them: `ink-soft` of `--color-ink-soft`. */
export const coloursOf = (css: string): string[] =>
  [...css.matchAll(/--color-([a-z-]+):/g)].flatMap(([, name]) => name ?? []);

/** The files of what people see that name one of the colours: `text-ink-soft`, `var(--accent)`. */
export function filesWithColours(project: Project, colours: readonly string[]): string[] {
  const named = new RegExp(`-(${colours.join("|")})(?![\\w-])`);
  return [...project]
    .filter(([path, text]) => /^(app|components)\/.*\.tsx?$/.test(path) && named.test(text))
    .map(([path]) => path);
}

/** What a page may show: its file, the frames around it, and everything that these import, be it later. */
export function shownBy(project: Project, page: string): ReadonlySet<string> {
  const modules = modulesOf(project);
  const shown = new Set<string>();
  const walk = (path: string): void => {
    const found = modules.get(path);
    if (!found || shown.has(path)) return;
    shown.add(path);
    for (const { file, typeOnly } of found.imports) if (file && !typeOnly) walk(file);
  };
  const folders = page.split("/").slice(0, -1);
  const frames = folders.map((_, depth) =>
    [...folders.slice(0, depth + 1), "layout.tsx"].join("/"),
  );
  for (const path of [page, ...frames]) walk(path);
  return shown;
}
