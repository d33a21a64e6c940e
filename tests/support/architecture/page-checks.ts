import { modulesOf } from "./modules";
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

/** A gated area's pages go through `page()`: a layout does not run again on navigation. */
export const gatedPages: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, imports }) => {
    if (!/^app\/(admin|backoffice|operator|owner)\/(.*\/)?page\.tsx$/.test(path)) return [];
    const gated = imports.some(
      ({ file, names }) => file?.startsWith("lib/http/") && names.includes("page"),
    );
    return gated ? [] : [`${path}: a page of a role area goes through page() of lib/http`];
  });
