import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { settingScope } from "@/lib/records/settings/schema";

import { enumerated, enumerationChecks, instant } from "./columns";

/** One overridden setting of one layer. `scopeId` is the nil UUID for the platform. */
export const settings = pgTable(
  "settings",
  {
    scope: enumerated("scope", settingScope).notNull(),
    scopeId: uuid("scope_id").notNull(),
    name: text("name").notNull(),
    value: jsonb("value").$type<string | number | boolean>().notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by"),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.scopeId, table.name] }),
    ...enumerationChecks(table),
  ],
);
