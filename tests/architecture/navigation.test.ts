import { expect, test } from "vitest";

import { navigation, shortcuts } from "@/lib/words";
import type { PageEntry } from "@/lib/words/define-words";

import { type Project, projectOf, readProject } from "../support/architecture/project";

type Entries = Readonly<Record<string, PageEntry>>;

/** Entries of the navigation and the palette that lead to no page of the area they stand in. */
function leadingNowhere(entries: Entries, project: Project): string[] {
  const pages = new Set(
    [...project.keys()]
      .filter((path) => /^app\/.*page\.tsx$/.test(path))
      .map((path) => path.replace(/^app|\/page\.tsx$/g, "").replaceAll(/\/\([^)]*\)/g, "")),
  );
  return Object.entries(entries).flatMap(([name, { path = name, places }]) =>
    Object.keys(places)
      .map((area) => (path.startsWith("/") ? path : `/${area}/${path}`))
      .map((path) => path.replace(/\?.*/, "").replace(/\/$/, ""))
      .filter((path) => !pages.has(path))
      .map((path) => `${name} leads to ${path || "/"}, where there is no page`),
  );
}

test("the navigation and the palette lead to pages that there are", () => {
  const project = readProject();
  expect(leadingNowhere(navigation, project)).toEqual([]);
  expect(leadingNowhere(shortcuts, project)).toEqual([]);
});

test("an entry that leads nowhere is seen", () => {
  const project = projectOf({
    "app/admin/page.tsx": "",
    "app/admin/users/page.tsx": "",
    "app/(site)/page.tsx": "",
  });
  const entry = (path: string | undefined, places: PageEntry["places"]): PageEntry => ({
    permission: "user.read",
    path,
    places,
  });
  const entries = {
    home: entry("", { admin: 0 }),
    find: entry("/", { owner: 1 }),
    users: entry(undefined, { admin: 1 }),
    waiting: entry("users?status=Pending", { admin: 1, backoffice: 1 }),
    gone: entry("/gone", { owner: 2 }),
  };
  expect(leadingNowhere(entries, project)).toEqual([
    "waiting leads to /backoffice/users, where there is no page",
    "gone leads to /gone, where there is no page",
  ]);
});
