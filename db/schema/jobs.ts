import { bigint, boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { instant } from "./columns";

/** Every run of a worker's job, for the health page. */
export const jobRuns = pgTable(
  "job_runs",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    succeeded: boolean("succeeded"),
    /** What the run did, as counts by name. */
    result: jsonb("result").$type<Record<string, number>>(),
    error: text("error"),
  },
  (table) => [index("job_runs_name_idx").on(table.name, table.startedAt)],
);

/** How far a test clock runs ahead of real time; read only by processes started with TEST_CLOCK=1. */
export const testClock = pgTable("test_clock", {
  id: integer("id").primaryKey(),
  offsetMs: bigint("offset_ms", { mode: "number" }).notNull(),
});
