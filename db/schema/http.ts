import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { instant } from "./columns";

/** The first result of a request with an Idempotency-Key, written in its transaction. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** The user's id, or `anonymous:` and a hash of the address. */
    caller: text("caller").notNull(),
    key: text("key").notNull(),
    /** What the request says: `lib/http/fingerprint.ts`. */
    fingerprint: text("fingerprint").notNull(),
    status: integer("status").notNull(),
    headers: jsonb("headers").$type<Record<string, string>>().notNull(),
    data: jsonb("data"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caller, table.key] }),
    index("idempotency_keys_created_idx").on(table.createdAt),
  ],
);

/** How many requests a bucket has had in its present window; shared by all web processes. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    bucket: text("bucket").primaryKey(),
    windowEndsAt: instant("window_ends_at").notNull(),
    hits: integer("hits").notNull(),
  },
  (table) => [index("rate_limits_window_idx").on(table.windowEndsAt)],
);
