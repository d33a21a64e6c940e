import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { instant } from "./columns";

export const settingScopes = ["Platform", "Business", "Station"] as const;

/** One overridden setting of one layer. `scopeId` is the nil UUID for the platform. */
export const settings = pgTable(
  "settings",
  {
    scope: text("scope", { enum: settingScopes }).notNull(),
    scopeId: uuid("scope_id").notNull(),
    name: text("name").notNull(),
    value: jsonb("value").$type<string | number | boolean>().notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by"),
  },
  (table) => [primaryKey({ columns: [table.scope, table.scopeId, table.name] })],
);
