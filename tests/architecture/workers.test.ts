import { describe, expect, test } from "vitest";

import { workersAsk } from "../support/architecture/job-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("whatever the worker runs asks for a permission", () =>
  expect(workersAsk(readProject())).toEqual([]));

const house = {
  "lib/core/permissions.ts": "",
  "lib/charging/bookings/close-due.ts": `import { scopeOf } from "@/lib/core/permissions";
export const asking = (ctx) => scopeOf(ctx, "booking.close");
export const silent = (ctx) => ctx.db;`,
  "lib/jobs/clean-records.ts": "export const clean = (ctx) => ctx.db;",
};
const names = 'import { asking, silent } from "./close-due";\n';
const said = (path: string, code: string) => workersAsk(projectOf({ ...house, [path]: code }));
const job = (run: string) =>
  said(
    "lib/charging/bookings/jobs.ts",
    `${names}export const jobs = { a: { ${run} } } satisfies A;`,
  );

describe("the check sees what is planted", () => {
  test.for([
    "run: silent",
    "run: (ctx) => silent(ctx)",
    "run: async (ctx) => { asking(ctx); return silent(ctx); }",
    "run: (ctx) => ctx.db",
    "run: async (ctx, report) => report({}, 'done')",
    "run(ctx) { return silent(ctx); }",
    "run: function (ctx) { return ctx.ports.close(ctx); }",
    "run: (ctx) => asking({ ...ctx, actor: admin })",
    "run: (ctx) => ctx.all && asking(ctx)",
    "run: made(asking)",
    "...asking",
    "everyMs: 1",
  ])("a job that does not ask: %s", (run) => {
    expect(job(run)).toEqual([expect.stringContaining("lib/charging/bookings/jobs.ts: ")]);
  });

  test.for([
    "run: asking",
    "run: (ctx) => asking(ctx)",
    "run: async (ctx, report) => { const { n } = await asking(ctx); report({ n }, 'x'); }",
    "run(ctx) { return asking(ctx); }",
  ])("not one that does: %s", (run) => expect(job(run)).toEqual([]));

  test("a list that is made elsewhere", () => {
    const path = "lib/charging/bookings/jobs.ts";
    expect(said(path, "export const jobs = make();")).toHaveLength(1);
    expect(said(path, "export const jobs = { a: make() } satisfies A;")).toHaveLength(1);
    expect(said(path, "export const jobs = { ...others } satisfies A;")).toHaveLength(1);
  });

  test("a subscriber without a run, but for one whose room has a job that carries its deliveries", () => {
    const path = "lib/charging/bookings/subscribers.ts";
    const listed = 'export const subscribers: readonly Subscriber[] = [{ on: ["a"] }];';
    expect(said(path, listed)).toEqual([`${path}: run is a function, or the name of one`]);
    const jobs = `${names}export const jobs = { a: { run: asking } } satisfies A;`;
    const carried = { ...house, "lib/charging/bookings/jobs.ts": jobs };
    expect(workersAsk(projectOf({ ...carried, [path]: listed }))).toEqual([]);
    const spread = "export const subscribers: readonly Subscriber[] = [{ on: [], ...more }];";
    expect(workersAsk(projectOf({ ...carried, [path]: spread }))).toHaveLength(1);
  });

  test("what happens when events come, and the worker's own jobs", () => {
    const subscribers = (run: string) =>
      said(
        "lib/charging/bookings/subscribers.ts",
        `${names}export const subscribers: readonly Subscriber[] = [{ on: ["a"], run: ${run} }];`,
      );
    expect(subscribers("silent")).toEqual([
      "lib/charging/bookings/subscribers.ts: silent does not ask",
    ]);
    expect(subscribers("asking")).toEqual([]);
    const own =
      'import { clean } from "./clean-records";\nconst a = { b: { run: clean } } satisfies A;';
    expect(said("lib/jobs/jobs.ts", own)).toEqual(["lib/jobs/jobs.ts: clean does not ask"]);
  });
});
