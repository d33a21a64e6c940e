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
  "lib/charging/bookings/words.ts": "export const words = defineWords({\n  needs: [],\n});",
  "lib/charging/sessions/words.ts":
    'export const words = defineWords({\n  needs: ["bookings"],\n});',
  "lib/charging/sessions/index.ts": "",
  "lib/core/clock.ts": "",
  "lib/core/context.ts": "",
  "lib/core/errors/index.ts": "",
  "lib/core/durations.ts": "",
  "lib/sites/stations/index.ts": "",
  "lib/sites/stations/inside.ts": "",
  "lib/sites/stations/jobs.ts": "",
  "lib/sites/stations/schema.ts": "",
  "lib/sites/stations/list-stations.ts": "",
  "lib/charging/bookings/index.ts": "",
  "lib/charging/bookings/inside.ts": "",
  "lib/charging/bookings/schema.ts": "",
  "lib/charging/bookings/schema/parts.ts": "",
  "lib/charging/bookings/view.ts": "",
  "lib/charging/bookings/store/slots.ts": "",
  "lib/http/page.ts": "",
  "lib/jobs/jobs.ts": "",
  "lib/process/wiring.ts": "",
  "lib/words/index.ts": "",
  "db/client.ts": "",
  "db/schema/bookings.ts": "",
  "components/ui/button.tsx": "",
  "app/api/v1/endpoints.ts": "",
};

/** The house with one more file, and what a check says of it. */
const said = (check: Check | undefined, path: string, code: string) =>
  check?.(projectOf({ ...house, [path]: code }));

const byName: Record<string, Check> = { ...checks };

type Planted = [check: keyof typeof checks, path: string, code: string];

const forbidden: Planted[] = [
  ["projections", "lib/http/evcms/a.ts", 'import { fail } from "@/lib/core/errors";'],
  ["projections", "lib/http/core/a.ts", 'import { systemClock } from "@/lib/core/clock";'],
  ["projections", "lib/http/snake.ts", 'import { x } from "@/lib/charging/bookings";'],
  ["projections", "lib/http/evcms/a.ts", 'import { bookings } from "@/db/schema/bookings";'],
  ["resolves", "app/a.ts", 'import "./nowhere";'],
  ["resolves", "app/a.ts", 'export * from "@/lib/nowhere";'],
  ["resolves", "lib/http/a.ts", "const x = await import(`@/lib/${room}`);"],
  ["resolves", "lib/http/a.ts", 'const x = await import("@/lib/" + room);'],
  ["resolves", "app/a.ts", "const x = await import(room);"],
  ["doors", "app/a.ts", "const x = await import(`@/lib/sites/stations/inside`);"],
  ["doors", "lib/sites/stations/a-b.ts", 'import { x } from "@/lib/charging/bookings";'],
  ["doors", "lib/sites/stations/a-b.ts", 'import type { X } from "../../charging/bookings";'],
  ["doors", "lib/sites/stations/a-b.ts", 'const x = await import("@/lib/charging/bookings");'],
  [
    "doors",
    "lib/charging/bookings/a-b.ts",
    'import { x } from "@/lib/sites/stations/list-stations";',
  ],
  [
    "doors",
    "lib/charging/bookings/a-b.ts",
    'export { x } from "../../sites/stations/list-stations.ts";',
  ],
  ["doors", "lib/charging/bookings/a-b.ts", 'import { x } from "./index";'],
  ["doors", "lib/charging/bookings/a-b.ts", 'import { x } from "./inside";'],
  ["doors", "app/a.ts", 'import { x } from "@/lib/sites/stations/inside";'],
  ["doors", "app/a.ts", 'import type { X } from "@/lib/sites/stations/inside";'],
  ["doors", "components/a.ts", 'import type { X } from "@/lib/sites/stations/inside";'],
  ["doors", "lib/http/a.ts", 'import { x } from "@/lib/sites/stations/inside";'],
  ["doors", "lib/jobs/a.ts", 'import { x } from "@/lib/sites/stations/inside";'],
  ["doors", "lib/process/rooms.ts", 'export * as x from "@/lib/sites/stations";'],
  ["doors", "lib/process/a.ts", 'import { x } from "@/lib/sites/stations/jobs";'],
  ["doors", "lib/jobs/a.ts", 'import { x } from "@/lib/sites/stations/jobs";'],
  ["doors", "app/a.ts", 'import { x } from "@/lib/sites/stations/list-stations";'],
  ["doors", "components/a.tsx", 'import { x } from "@/lib/sites/stations";'],
  ["doors", "lib/charging/bookings/a-b.ts", 'import { x } from "@/lib/charging/sessions";'],
  ["doors", "lib/words/rooms.ts", 'export { x } from "@/lib/charging/bookings/schema";'],
  ["floors", "lib/words/index.ts", 'import type { X } from "@/lib/sites/stations";'],
  ["floors", "lib/core/a.ts", 'import type { X } from "@/lib/sites/stations";'],
  ["floors", "lib/core/a.ts", 'import { x } from "@/lib/http/page";'],
  ["floors", "lib/charging/bookings/a-b.ts", 'import { x } from "@/lib/http/page";'],
  ["floors", "lib/charging/bookings/a-b.ts", 'import { x } from "@/db/client";'],
  ["floors", "lib/charging/bookings/a-b.ts", 'import { x } from "@/components/ui/button";'],
  ["handedIn", "lib/http/openapi.ts", 'import { endpoints } from "@/app/api/v1/endpoints";'],
  ["handedIn", "lib/jobs/a.ts", 'import type { X } from "../../app/api/v1/endpoints";'],
  ["handedIn", "lib/jobs/a.ts", 'type X = import("@/app/api/v1/endpoints").X.Y;'],
  ["handedIn", "lib/jobs/a.ts", 'let x: typeof import("../../app/api/v1/endpoints");'],
  ["doors", "app/a.ts", 'type X = import("@/lib/sites/stations/inside").X;'],
  ["floors", "lib/http/a.ts", 'import { x } from "@/lib/jobs/jobs";'],
  ["floors", "lib/http/a.ts", 'import type { X } from "@/components/ui/button";'],
  ["floors", "lib/process/a.ts", 'import { x } from "@/lib/http/page";'],
  ["schemas", "lib/charging/bookings/schema.ts", 'import { x } from "@/lib/sites/stations";'],
  ["schemas", "lib/charging/bookings/schema/a.ts", 'import { x } from "@/lib/core/context";'],
  ["doors", "lib/charging/bookings/a-b.ts", 'import { x } from "./schema/parts";'],
  ["doors", "app/a.ts", 'import { x } from "@/lib/charging/bookings/schema/parts";'],
  ["schemas", "lib/charging/bookings/schema.ts", 'import { x } from "@/lib/core/context";'],
  ["schemas", "lib/charging/bookings/schema.ts", 'import { sql } from "drizzle-orm";'],
  ["leaves", "lib/core/fields/text.ts", 'import { x } from "../context";'],
  ["words", "lib/charging/bookings/words.ts", 'import { x } from "@/lib/sites/stations/schema";'],
  ["words", "lib/sites/stations/words.ts", 'import { x } from "@/lib/core/context";'],
  ["words", "lib/sites/stations/words.ts", 'import { x } from "@/lib/charging/bookings/words";'],
  ["rules", "lib/charging/bookings/rules.ts", 'import type { X } from "./store/slots";'],
  ["rules", "lib/charging/bookings/rules.ts", 'import { viewX } from "./view";'],
  ["rules", "lib/charging/bookings/rules.ts", 'import type { X } from "@/db/schema/bookings";'],
  ["components", "components/a.tsx", 'import type { X } from "@/db/schema/bookings";'],
  ["components", "components/a.tsx", 'import { x } from "@/lib/http/page";'],
  ["connections", "app/a.ts", 'import { database } from "@/db/client";'],
  ["connections", "lib/charging/bookings/store.ts", 'import { database } from "@/db/client";'],
  ["sql", "lib/charging/bookings/a-b.ts", 'import { eq } from "drizzle-orm";'],
  ["sql", "lib/charging/bookings/a-b.ts", 'import { x } from "@/db/schema/bookings";'],
  ["sql", "lib/charging/bookings/rules.ts", 'import postgres from "postgres";'],
  ["sql", "app/a.ts", 'import { sql } from "drizzle-orm/pg-core";'],
  ["wiring", "app/a.ts", 'import { x } from "@/lib/process/wiring";'],
];

const allowed: Planted[] = [
  ["projections", "lib/http/evcms/a.ts", 'import { X } from "@/lib/charging/bookings/schema";'],
  ["resolves", "tests/walk.ts", "const x = await import(`./steps/${file}.ts`);"],
  ["doors", "lib/charging/sessions/a-b.ts", 'import { x } from "@/lib/charging/bookings";'],
  ["doors", "lib/words/rooms.ts", 'export { words as x } from "@/lib/charging/bookings/words";'],
  ["floors", "lib/core/a.ts", 'import { x } from "@/lib/words";'],
  ["doors", "lib/charging/bookings/a-b.ts", 'import { x } from "@/lib/sites/stations";'],
  ["doors", "lib/charging/bookings/a-b.ts", 'import { x } from "@/lib/sites/stations/inside";'],
  ["doors", "lib/process/a.ts", 'import { x } from "@/lib/sites/stations/inside";'],
  ["doors", "scripts/a.ts", 'import { x } from "@/lib/sites/stations/inside";'],
  ["doors", "lib/process/rooms.ts", 'export * as x from "@/lib/sites/stations/inside";'],
  ["doors", "lib/charging/bookings/schema.ts", 'import { x } from "@/lib/sites/stations/schema";'],
  ["doors", "tests/rooms/a.test.ts", 'import { x } from "@/lib/sites/stations/list-stations";'],
  ["doors", "components/a.tsx", 'import { x } from "@/lib/sites/stations/schema";'],
  ["floors", "lib/charging/bookings/store.ts", 'import { x } from "@/db/schema/bookings";'],
  ["handedIn", "app/api/v1/openapi.json/route.ts", 'import { x } from "../endpoints";'],
  ["schemas", "lib/charging/bookings/schema.ts", 'import type { X } from "@/lib/core/context";'],
  ["words", "lib/sites/stations/words.ts", 'import { x } from "@/lib/words";'],
  ["words", "lib/sites/stations/words.ts", 'import { x } from "./schema";'],
  ["words", "lib/sites/stations/words.ts", 'import type { X } from "@/lib/core/context";'],
  ["schemas", "lib/charging/bookings/schema.ts", 'import { z } from "zod";'],
  ["schemas", "lib/charging/bookings/schema.ts", 'import { x } from "@/lib/core/durations";'],
  [
    "leaves",
    "lib/core/fields/text.ts",
    'import { z } from "zod"; import { x } from "../durations";',
  ],
  ["rules", "lib/charging/bookings/rules.ts", 'import type { X } from "./schema";'],
  ["rules", "lib/charging/bookings/view.ts", 'import type { X } from "./store/slots";'],
  ["components", "components/a.tsx", 'import { x } from "./ui/button";'],
  ["connections", "lib/jobs/worker.ts", 'import { database } from "@/db/client";'],
  ["sql", "lib/charging/bookings/store/slots.ts", 'import { eq } from "drizzle-orm";'],
  ["sql", "lib/core/db.ts", 'import type { PgDatabase } from "drizzle-orm/pg-core";'],
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
