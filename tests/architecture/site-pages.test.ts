import { expect, test } from "vitest";

import { type SitePage, sitePages } from "../browser/site-pages";
import { type Project, projectOf, readProject } from "../support/architecture/project";

const segments = (path: string) => path.split("/").filter(Boolean);

/** The route of every page in `app/`, as `stations/[id]/edit`. */
function routesOf(project: Project): string[] {
  return [...project.keys()]
    .filter((path) => /^app\/(.*\/)?page\.tsx$/.test(path))
    .map((path) =>
      segments(path)
        .slice(1, -1)
        .filter((segment) => !segment.startsWith("("))
        .join("/"),
    );
}

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
