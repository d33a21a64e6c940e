import { describe, expect, test } from "vitest";

import { projectOf, readProject } from "../support/architecture/project";
import { guardedTables, statuses } from "../support/architecture/status-checks";

test("a status changes by transition() alone", () => expect(statuses(readProject())).toEqual([]));

test("every machine's table is guarded", () => {
  expect(guardedTables(readProject())).toEqual([]);
  const rules = { "lib/service/reviews/rules.ts": "machineFor<ReviewState>()({})" };
  expect(guardedTables(projectOf(rules))).toEqual([
    "lib/service/reviews/rules.ts: no toldInvariant asks for its audits",
  ]);
});

const path = "lib/charging/bookings/store.ts";
const said = (code: string) =>
  statuses(
    projectOf({
      "db/schema/bookings.ts": 'export const bookings = pgTable(\n  "bookings", {});',
      "lib/charging/bookings/check-bookings.ts":
        'toldInvariant({ entity: "Booking", table: "bookings" });',
      "lib/core/transitions.ts": "",
      [path]: `import { bookings } from "@/db/schema/bookings";\n${code}`,
    }),
  );

describe("the check sees what is planted", () => {
  test.for([
    ["db.update(bookings).set({ status });", "sets a status that is no step"],
    ['db.update(bookings).set({ note, "status": "Approved" });', "sets a status that is no step"],
    ["db.update(bookings).set({ [name]: to });", "sets a status that is no step"],
    [
      "const f = (step: Step) => db.update(bookings).set({ status: step.to });",
      "sets a status that is no step",
    ],
    [
      "const f = (step: StatusStep<S>) => db.update(bookings).set({ status: step.from });",
      "sets a status that is no step",
    ],
    ["const f = (set: Row) => db.update(bookings).set(set);", "sets set, which may say a status"],
    ["const f = (set: Row) => db.update(bookings).set({ ...set });", "sets set, which may"],
    ["db.update(bookings).set({ ...(late && { status }) });", "sets a status that is no step"],
    ["db.update(bookings).set(changesOf(row));", "sets what cannot be seen"],
    [
      "db.insert(bookings).values(rows).onConflictDoUpdate({ target, set: { status } });",
      "sets a status that is no step",
    ],
    ["db.execute(sql`update ${bookings} set status = 'Approved'`);", "sets a status by SQL"],
    ["db.execute(sql`update bookings b set note = 1, status = ${to}`);", "sets a status by SQL"],
    ['const step = { from, to } as StatusStep<"Approved">;', "makes a step of its own"],
  ])("%s", ([code = "", fault = ""]) => {
    expect(said(code)).toEqual([expect.stringContaining(`${path}: ${fault}`)]);
  });

  test.for([
    "const f = (step: StatusStep<S>, set: WithoutStatus<Row>) => db.update(bookings).set({ ...set, status: step.to });",
    "type C = WithoutStatus<Row>; const f = (changes: C) => db.update(bookings).set(changes);",
    "db.update(bookings).set({ conflict, conflictAt: null });",
    "const a = (set: WithoutStatus<Row>) => db.update(bookings).set(set); const b = (set: Row) => db.update(other).set(set);",
    "db.update(other).set({ status });",
    "db.insert(bookings).values({ status });",
    "db.execute(sql`update slots set reserved = 0 from ${bookings} where ${bookings.status} = 'Approved'`);",
  ])("%s is fine", (code) => expect(said(code)).toEqual([]));
});
