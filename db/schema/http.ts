import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { id, instant } from "./columns";

/** The first result of a request with an Idempotency-Key, written in its transaction. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** The user's id, or `anonymous:` and a hash of the address. */
    caller: text("caller").notNull(),
    key: text("key").notNull(),
    /** What the request says: `lib/http/fingerprint.ts`. */
    fingerprint: text("fingerprint").notNull(),
    /** Null where the answer is read from the subject. */
    status: integer("status"),
    headers: jsonb("headers").$type<Record<string, string>>(),
    data: jsonb("data"),
    /** What the first step of a use case in steps made (`lib/core/steps.ts`). */
    subjectId: uuid("subject_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caller, table.key] }),
    index("idempotency_keys_created_idx").on(table.createdAt),
    check(
      "idempotency_keys_answer_check",
      sql`(${table.subjectId} is null) = (${table.status} is not null and ${table.headers} is not null)`,
    ),
  ],
);

/** Requests that wait for the first one with their key; one counts until its time, whatever became of it. */
export const idempotencyWaiters = pgTable(
  "idempotency_waiters",
  { id: id(), caller: text("caller").notNull(), waitsUntil: instant("waits_until").notNull() },
  (table) => [index("idempotency_waiters_caller_idx").on(table.caller)],
);

/** How many requests a bucket has had in its present window; shared by all web processes. Unlogged: see 0060. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    bucket: text("bucket").primaryKey(),
    windowEndsAt: instant("window_ends_at").notNull(),
    hits: integer("hits").notNull(),
  },
  (table) => [index("rate_limits_window_idx").on(table.windowEndsAt)],
);
