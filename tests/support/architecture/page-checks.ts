import { modulesOf } from "./modules";
import { folderOf, pageGates } from "./page-gates";
import type { Check } from "./project";

/** The area that a path lies in: a folder of `app/` that holds pages and is no one's private place. */
function areaOf(path: string): string | undefined {
  const [, folder = ""] = /^app\/([^/]+)\//.exec(path) ?? [];
  return folder === "" || folder === "api" || folder.startsWith("_") ? undefined : folder;
}

/**
 * What two areas share lies in a private folder of `app/` (`_console`, `_frame`): nobody looks into another's area,
 * nor does what is shared look into one.
 */
export const areas: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, imports }) => {
    if (path.startsWith("tests/")) return [];
    return imports.flatMap(({ file, specifier }) => {
      const area = areaOf(file ?? "");
      if (area === undefined || area === areaOf(path)) return [];
      return [`${path}: imports ${specifier}: what app/${area} holds is its own alone`];
    });
  });

/** Pages go through `page()`, for a layout does not run again on navigation, and each names the area it lies in. */
export const gatedPages: Check = (project) =>
  [...pageGates(project)].flatMap(([path, gate]) => {
    if (!gate) return [`${path}: a page is what page({ area, permission, run }) of lib/http makes`];
    const folder = folderOf(path);
    return gate.area === folder
      ? []
      : [`${path}: lies in the area ${folder}, and says ${gate.area}`];
  });
