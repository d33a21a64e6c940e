import { describe, expect, test } from "vitest";

import * as checks from "../support/architecture/door-checks";
import { modulesOf } from "../support/architecture/modules";
import { type Check, projectOf, readProject } from "../support/architecture/project";

const project = readProject();

describe("the project as it is", () => {
  test("the import graph is read", () => {
    const migrate = modulesOf(project).get("db/migrate.ts");
    expect(migrate?.imports.map(({ file }) => file)).toContain("db/client.ts");
    expect(migrate?.imports.map(({ packageName }) => packageName)).toContain("graphile-worker");
  });

  test.for(Object.entries(checks))("%s", ([, check]) => expect(check(project)).toEqual([]));
});

/** What there is to import in the made-up house. */
const house = {
  "lib/core/context.ts": "",
  "lib/stations/index.ts": "",
  "lib/stations/schema.ts": "",
  "lib/stations/list-stations.ts": "",
  "lib/bookings/index.ts": "",
  "lib/bookings/schema.ts": "",
  "lib/http/page.ts": "",
  "lib/wiring.ts": "",
  "db/client.ts": "",
  "db/schema/bookings.ts": "",
  "components/ui/button.tsx": "",
};

/** The house with one more file, and what a check says of it. */
const said = (check: Check | undefined, path: string, code: string) =>
  check?.(projectOf({ ...house, [path]: code }));

const byName: Record<string, Check> = { ...checks };

type Planted = [check: keyof typeof checks, path: string, code: string];

const forbidden: Planted[] = [
  ["resolves", "app/a.ts", 'import "./nowhere";'],
  ["resolves", "app/a.ts", 'export * from "@/lib/nowhere";'],
  ["doors", "lib/stations/a-b.ts", 'import { x } from "@/lib/bookings";'],
  ["doors", "lib/stations/a-b.ts", 'import type { X } from "../bookings";'],
  ["doors", "lib/stations/a-b.ts", 'const x = await import("@/lib/bookings");'],
  ["doors", "lib/bookings/a-b.ts", 'import { x } from "@/lib/stations/list-stations";'],
  ["doors", "lib/bookings/a-b.ts", 'export { x } from "../stations/list-stations.ts";'],
  ["doors", "lib/bookings/a-b.ts", 'import { x } from "./index";'],
  ["doors", "app/a.ts", 'import { x } from "@/lib/stations/list-stations";'],
  ["doors", "components/a.tsx", 'import { x } from "@/lib/stations";'],
  ["floors", "lib/core/a.ts", 'import type { X } from "@/lib/stations";'],
  ["floors", "lib/core/a.ts", 'import { x } from "@/lib/http/page";'],
  ["floors", "lib/bookings/a-b.ts", 'import { x } from "@/lib/http/page";'],
  ["floors", "lib/bookings/a-b.ts", 'import { x } from "@/db/client";'],
  ["floors", "lib/bookings/a-b.ts", 'import { x } from "@/components/ui/button";'],
  ["schemas", "lib/bookings/schema.ts", 'import { x } from "@/lib/stations";'],
  ["schemas", "lib/bookings/schema.ts", 'import { x } from "@/lib/core/context";'],
  ["schemas", "lib/bookings/schema.ts", 'import { sql } from "drizzle-orm";'],
  ["components", "components/a.tsx", 'import type { X } from "@/db/schema/bookings";'],
  ["components", "components/a.tsx", 'import { x } from "@/lib/http/page";'],
  ["connections", "app/a.ts", 'import { database } from "@/db/client";'],
  ["connections", "lib/bookings/store.ts", 'import { database } from "@/db/client";'],
  ["sql", "lib/bookings/a-b.ts", 'import { eq } from "drizzle-orm";'],
  ["sql", "lib/bookings/a-b.ts", 'import { x } from "@/db/schema/bookings";'],
  ["sql", "lib/bookings/rules.ts", 'import postgres from "postgres";'],
  ["sql", "app/a.ts", 'import { sql } from "drizzle-orm/pg-core";'],
  ["wiring", "app/a.ts", 'import { x } from "@/lib/wiring";'],
  ["gatedPages", "app/admin/users/page.tsx", 'import { x } from "@/lib/http/page";'],
];

const allowed: Planted[] = [
  ["doors", "lib/bookings/a-b.ts", 'import { x } from "@/lib/stations";'],
  ["doors", "lib/bookings/schema.ts", 'import { x } from "@/lib/stations/schema";'],
  ["doors", "tests/rooms/a.test.ts", 'import { x } from "@/lib/stations/list-stations";'],
  ["doors", "components/a.tsx", 'import { x } from "@/lib/stations/schema";'],
  ["floors", "lib/bookings/store.ts", 'import { x } from "@/db/schema/bookings";'],
  ["schemas", "lib/bookings/schema.ts", 'import type { X } from "@/lib/core/context";'],
  ["schemas", "lib/bookings/schema.ts", 'import { z } from "zod";'],
  ["components", "components/a.tsx", 'import { x } from "./ui/button";'],
  ["connections", "lib/jobs/worker.ts", 'import { database } from "@/db/client";'],
  ["sql", "lib/bookings/store/slots.ts", 'import { eq } from "drizzle-orm";'],
  ["sql", "lib/core/db.ts", 'import type { PgDatabase } from "drizzle-orm/pg-core";'],
  ["gatedPages", "app/admin/users/page.tsx", 'import { page } from "@/lib/http/page";'],
];

describe("the checks see what is planted", () => {
  test.for(forbidden)("%s: not %s with %s", ([name, path, code]) => {
    expect(said(byName[name], path, code)).toEqual([expect.stringContaining(path)]);
  });

  test.for(allowed)("%s: %s with %s", ([name, path, code]) => {
    expect(said(byName[name], path, code)).toEqual([]);
  });

  test("every check is tried", () => {
    const tried = [...new Set([...forbidden.map(([name]) => name), "wrapped"])];
    expect(tried.toSorted()).toEqual(Object.keys(checks).toSorted());
  });

  test("a library in two files is named with both", () => {
    const files = {
      "lib/core/a.ts": 'import { v7 } from "uuid";',
      "lib/http/b.ts": 'import { v7 } from "uuid";',
      "lib/http/c.ts": 'import type { V7 } from "uuid"; import { z } from "zod";',
    };
    expect(checks.wrapped(projectOf(files))).toEqual([
      "lib/core/a.ts, lib/http/b.ts: uuid is imported in more than one file",
    ]);
  });
});
