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
    "const isPart = 1440 % minutes === 0;",
  ])("a length of time of one's own: %s", (code) => {
    for (const path of ["lib/charging/bookings/rules.ts", "components/a.tsx", "db/seed/plan.ts"]) {
      expect(checks.durations(projectOf({ [path]: code }))).toHaveLength(1);
    }
    expect(checks.durations(projectOf({ "lib/core/durations.ts": code }))).toEqual([]);
  });

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

  test("a part of an enumeration, or a table made from its list, is none", () => {
    const others = {
      "lib/sites/stations/rules.ts": 'const open = ["Active"];',
      "db/schema/stations.ts": 'const status = enumerated("status", stationStatus);',
    };
    expect(checks.enumerations(projectOf({ ...room, ...others }))).toEqual([]);
  });
});
