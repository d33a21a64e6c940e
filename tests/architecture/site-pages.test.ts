import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { root } from "@/scripts/parts/paths";

import { type SitePage, sitePages } from "../browser/site-pages";
import { coloursOf, filesWithColours, shownBy } from "../support/architecture/colour-checks";
import { type Project, projectOf, readProject } from "../support/architecture/project";

const segments = (path: string) => path.split("/").filter(Boolean);

/** Every page in `app/` by its route, as `stations/[id]/edit`. */
function pagesOf(project: Project): ReadonlyMap<string, string> {
  const files = [...project.keys()].filter((path) => /^app\/(.*\/)?page\.tsx$/.test(path));
  return new Map(
    files.map((path) => {
      const folders = segments(path).slice(1, -1);
      return [folders.filter((segment) => !segment.startsWith("(")).join("/"), path];
    }),
  );
}

const routesOf = (project: Project): string[] => [...pagesOf(project).keys()];

/** The route that serves a page's path: of those that fit, the most literal one, as Next chooses. */
function routeOf({ path }: SitePage, routes: readonly string[]): string | undefined {
  const asked = segments(path.replace(/\?.*/, ""));
  const literals = (route: string) => segments(route).filter((segment) => !segment.startsWith("["));
  return routes
    .filter((route) => {
      const parts = segments(route);
      return (
        parts.length === asked.length &&
        parts.every((part, index) => part.startsWith("[") || part === asked[index])
      );
    })
    .toSorted((one, other) => literals(other).length - literals(one).length)[0];
}

/** Pages that nobody would look at: axe, their scripts' size and their pictures come from this one list. */
function unlisted(project: Project, listed: readonly SitePage[]): string[] {
  const routes = routesOf(project);
  const found = new Set(listed.map((page) => routeOf(page, routes)));
  return routes.filter((route) => !found.has(route));
}

test("a page that is in no list is seen", () => {
  const planted = projectOf({
    "app/(site)/page.tsx": "",
    "app/owner/page.tsx": "",
    "app/stations/[id]/page.tsx": "",
    "app/stations/new/page.tsx": "",
  });
  const listed = ["/", "/stations/{own}?tab=1"].map((path) => ({ name: path, path }));
  expect(unlisted(planted, listed)).toEqual(["owner", "stations/new"]);
});

test("every page of app/ is looked at by axe, weighed and pictured", () => {
  expect(routesOf(readProject()).length).toBeGreaterThan(50);
  expect(unlisted(readProject(), sitePages)).toEqual([]);
});

test("every page of the list is there, or is meant to be missing, and has a name of its own", () => {
  const routes = routesOf(readProject());
  const astray = sitePages.filter((page) => routeOf(page, routes) === undefined);
  expect(astray.map(({ name }) => name)).toEqual(["not-found"]);
  expect(new Set(sitePages.map(({ name }) => name)).size).toBe(sitePages.length);
});

/** What names a colour and is on no page of the list that is asked about colours. */
function unasked(project: Project, colours: readonly string[], listed: readonly SitePage[]) {
  const pages = pagesOf(project);
  const files = listed
    .filter((page) => page.colours)
    .map((page) => {
      const route = routeOf(page, [...pages.keys()]);
      // An address that no page has shows the one for that.
      return route === undefined ? "app/not-found.tsx" : (pages.get(route) ?? "");
    });
  const shown = new Set(files.flatMap((file) => [...shownBy(project, file)]));
  return filesWithColours(project, colours).filter((file) => !shown.has(file));
}

test("a colour that no page is asked about is seen", () => {
  const planted = projectOf({
    "app/layout.tsx": 'const className = "bg-canvas";',
    "app/page.tsx": 'import "../components/shown";',
    "app/other/page.tsx": 'import "../../components/hidden";',
    "app/nothing/page.tsx": "",
    "components/shown.tsx": 'import("./later");',
    "components/later.ts": 'const style = "var(--ink)";',
    "components/hidden.tsx": 'import { type A } from "./plain"; const c = "text-ink";',
    "components/plain.tsx": 'const className = "text-sm ink";',
  });
  const colours = coloursOf("--color-canvas: var(--canvas); --color-ink: #000;");
  const asked = { name: "home", path: "/", colours: true } as const;
  const listed = [asked, { name: "other", path: "/other" }];
  expect(unasked(planted, colours, listed)).toEqual(["components/hidden.tsx"]);
  expect(unasked(planted, colours, listed.slice(1))).toHaveLength(3);
});

test("axe is asked in both themes about every part that names a colour", () => {
  const colours = coloursOf(readFileSync(root("app/globals.css"), "utf8"));
  expect(filesWithColours(readProject(), colours).length).toBeGreaterThan(100);
  expect(unasked(readProject(), colours, sitePages)).toEqual([]);
});
