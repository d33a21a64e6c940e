import { describe, expect, test } from "vitest";

import * as checks from "../support/architecture/once-checks";
import { projectOf, readProject } from "../support/architecture/project";

const project = readProject();

describe("the project as it is", () => {
  test.for(Object.entries(checks))("%s", ([, check]) => expect(check(project)).toEqual([]));
});

describe("the checks see what is planted", () => {
  test.for([
    "const dayMs = 86_400_000;",
    "const ago = now - 30 * 24 * 60 * 60_000;",
    "const ago = now - hours * 3600000;",
    "const life = 365 * 86_400;",
    "const dayMs = 24 * 60 * 60 * 1000;",
    "const ago = now - 30 * 24 * 60 * 60 * 1_000;",
    "const ago = now - days * (24 * 3600 * 1000);",
    "const day = 24 * 60;",
    "const minutes = (until - now) / 1000 / 60;",
    "const minutes = (until - now) / (60 * 1000);",
    "const isPart = 1440 % minutes === 0;",
  ])("a length of time of one's own: %s", (code) => {
    for (const path of ["lib/charging/bookings/rules.ts", "components/a.tsx", "db/seed/plan.ts"]) {
      expect(checks.durations(projectOf({ [path]: code }))).toHaveLength(1);
    }
    expect(checks.durations(projectOf({ "lib/core/durations.ts": code }))).toEqual([]);
  });

  test.for(["const m = hours * 60 + minutes;", "const wh = kWh * 1000;", "const a = 60 * 2 * b;"])(
    "no length of time: %s",
    (code) => expect(checks.durations(projectOf({ "lib/core/money.ts": code }))).toEqual([]),
  );

  const room = {
    "lib/sites/stations/schema.ts": 'export const status = z.enum(["Active", "Inactive"]);',
  };

  test.for([
    ["db/schema/stations.ts", 'const statuses = ["Inactive", "Active"] as const;'],
    ["db/schema/tariffs.ts", 'text("mode", { enum: ["Flat", "Time"] });'],
    ["lib/sites/stations/words.ts", 'const type = z.enum(["Active", "Inactive"]);'],
    ["lib/charging/bookings/schema.ts", 'const status = z.enum(["Active", "Inactive"]);'],
    ["components/a.tsx", 'type Status = "Inactive" | "Active";'],
    ["app/page.tsx", 'const shown = ["Active", "Inactive"];'],
  ] as const)("an enumeration that is listed again in %s", ([path, code]) => {
    expect(checks.enumerations(projectOf({ ...room, [path]: code }))).toEqual([
      expect.stringContaining(path),
    ]);
  });

  test("a list that another one is spread into is known by all it has", () => {
    const schema = `const open = ["Pending", "Approved"] as const satisfies readonly Status[];
export const holding = [...open, "InProgress"] as const;`;
    const of = (path: string, code: string) =>
      checks.enumerations(projectOf({ "lib/charging/bookings/schema.ts": schema, [path]: code }));
    const imported = 'import { open } from "@/lib/charging/bookings/schema";';
    for (const [path, code] of [
      ["components/a.tsx", 'const shown = ["InProgress", "Approved", "Pending"];'],
      ["app/page.tsx", 'type Holding = "InProgress" | "Approved" | "Pending";'],
      ["db/schema/bookings.ts", 'const held = ["Pending", "Approved", "InProgress"];'],
    ] as const) {
      expect(of(path, code)).toEqual([expect.stringContaining("lists ")]);
    }
    const path = "lib/charging/bookings/rules.ts";
    expect(of(path, 'const held = [...others, "InProgress"];')).toEqual([]);
    expect(of("components/a.tsx", `${imported} const copy = [...open];`)).toEqual([]);
    const other = "const schema = [...holding, 'Done'];";
    expect(of("lib/charging/sessions/schema.ts", `${imported} ${other}`)).toEqual([]);
    expect(
      of("components/a.tsx", `${imported} const held = ["InProgress", ...open];`),
    ).toHaveLength(1);
  });

  test.for([
    "sql`status in ('Pending', 'Approved')`",
    "sql`${bookings.status} IN (\n'Pending',\n'Approved')`",
    "sql`status = any(array['Pending', 'Approved'])`",
    "sql`status = any('{Pending,Approved}')`",
    "check('a', sql.raw(`status in ('Pending', 'Approved')`))",
  ])("a list that SQL spells out: %s", (code) => {
    for (const path of ["lib/charging/bookings/store/lists.ts", "db/schema/bookings.ts"]) {
      expect(checks.sqlLists(projectOf({ [path]: code }))).toHaveLength(1);
    }
  });

  test("not one that SQL is given", () => {
    const code = "sql`status in ${given} and kind = 'Slot' and f('a', 'b')`";
    expect(checks.sqlLists(projectOf({ "db/schema/bookings.ts": code }))).toEqual([]);
  });

  test("a part of an enumeration, or a table made from its list, is none", () => {
    const others = {
      "lib/sites/stations/rules.ts": 'const open = ["Active"];',
      "db/schema/stations.ts": 'const status = enumerated("status", stationStatus);',
    };
    expect(checks.enumerations(projectOf({ ...room, ...others }))).toEqual([]);
  });
});
