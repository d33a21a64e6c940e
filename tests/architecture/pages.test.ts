import { describe, expect, test } from "vitest";

import * as checks from "../support/architecture/page-checks";
import { type Check, projectOf, readProject } from "../support/architecture/project";

const project = readProject();

describe("the project as it is", () => {
  test.for(Object.entries(checks))("%s", ([, check]) => expect(check(project)).toEqual([]));
});

/** What there is to import in the made-up house. */
const house = {
  "app/(account)/login/actions.ts": "",
  "app/_console/bookings/show-booking.tsx": "",
  "app/admin/users/actions.ts": "",
  "app/backoffice/owners/columns.tsx": "",
  "lib/http/page.ts": "",
};

const byName: Record<string, Check> = { ...checks };

/** The house with one more file, and what a check says of it. */
const said = (name: string, path: string, code: string) =>
  byName[name]?.(projectOf({ ...house, [path]: code }));

/** A page that says its area. */
const gated = (area: string) => `
import { page } from "@/lib/http/page";
export default page({ area: "${area}", permission: "user.read", run });`;

type Planted = [check: keyof typeof checks, path: string, code: string];

const forbidden: Planted[] = [
  ["areas", "app/admin/a.tsx", 'import { x } from "@/app/backoffice/owners/columns";'],
  ["areas", "app/admin/a.tsx", 'import type { X } from "../backoffice/owners/columns";'],
  ["areas", "app/(site)/a.tsx", 'export { x } from "../(account)/login/actions";'],
  ["areas", "app/_console/bookings/a.tsx", 'import { x } from "@/app/admin/users/actions";'],
  ["areas", "components/a.tsx", 'const x = await import("@/app/admin/users/actions");'],
  ["gatedPages", "app/admin/users/page.tsx", 'import { page } from "@/lib/http/page";'],
  ["gatedPages", "app/(site)/a/page.tsx", "export default function A() {}"],
  ["gatedPages", "app/admin/users/page.tsx", 'export default page({ area: "admin", permission });'],
  ["gatedPages", "app/admin/users/page.tsx", gated("admin").replace("http/page", "core/page")],
  ["gatedPages", "app/admin/users/page.tsx", gated("backoffice")],
  ["gatedPages", "app/(site)/terms/page.tsx", gated("account")],
];

const allowed: Planted[] = [
  ["areas", "app/admin/users/page.tsx", 'import { x } from "./actions";'],
  ["areas", "app/admin/a.tsx", 'import { x } from "@/app/_console/bookings/show-booking";'],
  ["gatedPages", "app/admin/users/page.tsx", gated("admin")],
  ["gatedPages", "app/(site)/terms/page.tsx", gated("site")],
];

describe("the checks see what is planted", () => {
  test.for(forbidden)("%s: not %s with %s", ([name, path, code]) => {
    expect(said(name, path, code)).toEqual([expect.stringContaining(path)]);
  });

  test.for(allowed)("%s: %s with %s", ([name, path, code]) => {
    expect(said(name, path, code)).toEqual([]);
  });

  test("every check is tried", () => {
    const tried = [...new Set(forbidden.map(([name]) => name))];
    expect(tried.toSorted()).toEqual(Object.keys(checks).toSorted());
  });
});
