import { describe, expect, test } from "vitest";

import * as checks from "../support/architecture/code-checks";
import { type Check, projectOf, readProject } from "../support/architecture/project";

const project = readProject();

describe("the project as it is", () => {
  test.for(Object.entries(checks))("%s", ([, check]) => expect(check(project)).toEqual([]));
});

const said = (check: Check, path: string, code: string) => check(projectOf({ [path]: code }));

describe("the checks see what is planted", () => {
  test.for([
    "const now = new Date();",
    "const now = () => new Date;",
    "const now = Date.now();",
    "const now = Date['now']();",
    "const clock = Date.now;",
    "const text = Date();",
    "const now = Temporal.Now.instant();",
    "const began = performance.now();",
  ])("the wall clock in a rule: %s", (code) => {
    expect(said(checks.wallClock, "lib/charging/bookings/rules.ts", code)).toHaveLength(1);
    expect(said(checks.wallClock, "lib/core/money.ts", code)).toHaveLength(1);
    expect(said(checks.wallClock, "lib/http/log.ts", code)).toEqual([]);
    expect(said(checks.wallClock, "lib/core/clock.ts", code)).toEqual([]);
  });

  test("an instant from a value is no wall clock", () => {
    const code = "const at = new Date(startsAt); // not Date.now()";
    expect(said(checks.wallClock, "lib/charging/bookings/rules.ts", code)).toEqual([]);
  });

  test.for([
    "const url = process.env.BASE_URL;",
    "const { env } = process;",
    'import { env } from "node:process";',
    "const url = globalThis.process.env.BASE_URL;",
  ])("the environment in a rule: %s", (code) => {
    expect(said(checks.environment, "lib/charging/bookings/rules.ts", code)).toHaveLength(1);
    expect(said(checks.environment, "lib/jobs/worker.ts", code)).toEqual([]);
  });

  test.for([
    "const name = z.string().trim().max(9);",
    "const name = z.string().max(9).trim();",
    "const found = ilike(users.name, pattern);",
    "const found = like(owners.nic, pattern);",
    "const found = sql`${users.name} ilike ${pattern}`;",
  ])("text that is read in a way of its own: %s", (code) => {
    expect(said(checks.typedText, "lib/charging/bookings/schema.ts", code)).toHaveLength(1);
    expect(said(checks.typedText, "lib/core/fields/text.ts", code)).toEqual([]);
  });

  test("a text that is trimmed for something else is none", () => {
    const code = "const line = text.trim(); const alike = sql`${a} = ${b}`;";
    expect(said(checks.typedText, "lib/charging/bookings/rules.ts", code)).toEqual([]);
  });

  test.for([
    "const day = sql`(${at} at time zone ${zone})::date`;",
    "const day = sql`(${at} AT  TIME ZONE 'UTC')::date`;",
    'const day = sql.raw("timezone(zone, at)");',
  ])("a zone that the database reckons with: %s", (code) => {
    expect(said(checks.zonesInSql, "lib/charging/bookings/store.ts", code)).toHaveLength(1);
    expect(said(checks.zonesInSql, "tests/db/a.test.ts", code)).toEqual([]);
  });

  test.for([
    "const answer = await fetch(url);",
    'const ask = fetch; askOutside("It", () => ask(url));',
    "const answer = await globalThis.fetch(url);",
    'askOutside("It", () => 1); const answer = await fetch(url);',
    'import { request } from "node:https";',
    'import { createServer, get } from "node:http";',
    'const { createTransport } = await import("nodemailer");',
    'import { connect } from "net";',
  ])("the outside, asked past its door: %s", (code) => {
    expect(said(checks.outside, "lib/sites/stations/a.ts", code)).toHaveLength(1);
    expect(said(checks.outside, "lib/http/a.ts", code)).toHaveLength(1);
    expect(said(checks.outside, "components/a.ts", code)).toEqual([]);
  });

  test.for([
    'const answer = await askOutside("It", () => fetch(url));',
    'import type { Server } from "node:http";',
    'import { createServer } from "node:http";',
    'import { createTransport } from "nodemailer"; askOutside("It", () => createTransport().send());',
  ])("the outside, asked through its door: %s", (code) => {
    expect(said(checks.outside, "lib/sites/stations/a.ts", code)).toEqual([]);
  });

  test.for(["export default 1;", "const a = 1; export { a as default };"])(
    "a default export: %s",
    (code) => {
      expect(said(checks.defaultExports, "lib/http/a.ts", code)).toHaveLength(1);
      expect(said(checks.defaultExports, "components/a.tsx", code)).toHaveLength(1);
      expect(said(checks.defaultExports, "app/page.tsx", code)).toEqual([]);
    },
  );

  const circle = {
    "lib/core/a.ts": 'import { b } from "./b";',
    "lib/core/b.ts": 'export { c } from "@/lib/core/c";',
    "lib/core/c.ts": 'const a = await import("./a");',
  };

  test.for([
    ["of code", {}],
    ["of a type", { "lib/core/c.ts": 'import type { A } from "./a";' }],
    ["of a type among code", { "lib/core/c.ts": 'import { type A } from "./a";' }],
    ["of a type where it is used", { "lib/core/c.ts": 'let a: import("./a").A;' }],
    ["of a whole file's type", { "lib/core/c.ts": 'type A = typeof import("./a");' }],
    ["of a type passed on", { "lib/core/b.ts": 'export type { C } from "@/lib/core/c";' }],
  ] as const)("a circle, however long: %s", ([, instead]) => {
    expect(checks.cycles(projectOf({ ...circle, ...instead }))).toEqual([
      "lib/core/a.ts → lib/core/b.ts → lib/core/c.ts → lib/core/a.ts",
    ]);
  });

  test("two ways to one file are no circle", () => {
    const fork = {
      ...circle,
      "lib/core/c.ts": "",
      "lib/core/a.ts": `${circle["lib/core/a.ts"]} import type { C } from "./c";`,
    };
    expect(checks.cycles(projectOf(fork))).toEqual([]);
  });
});
