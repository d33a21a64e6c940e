import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { favouriteKind } from "@/lib/sites/drivers/schema";

import { users } from "./accounts";
import { enumerated, enumerationChecks, id, instant, signsOfPlate } from "./columns";
import { uploads } from "./files";

/** The cars of drivers. One that came by a plate alone has nothing else; a removed one stays for what names it. */
export const vehicles = pgTable(
  "vehicles",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    make: text("make"),
    model: text("model"),
    year: smallint("year"),
    batteryWh: integer("battery_wh"),
    plate: text("plate"),
    /** OCPI ConnectorTypes that fit it; none where nobody said. */
    standards: text("standards")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    whPer100Km: integer("wh_per_100km"),
    /** The picture of it that its driver sent; null for none. */
    photoUploadId: uuid("photo_upload_id")
      .unique()
      .references(() => uploads.id),
    isDefault: boolean("is_default").notNull(),
    deletedAt: instant("deleted_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("vehicles_default_key")
      .on(table.userId)
      .where(sql`${table.isDefault}`),
    // However it is written.
    uniqueIndex("vehicles_plate_key")
      .on(table.userId, signsOfPlate(table.plate))
      .where(sql`${table.deletedAt} is null`),
    index("vehicles_user_idx")
      .on(table.userId, table.createdAt)
      .where(sql`${table.deletedAt} is null`),
    check("vehicles_default_check", sql`not ${table.isDefault} or ${table.deletedAt} is null`),
  ],
);

/** The places that a driver marked. `target_id` is of the table that the kind names. */
export const favourites = pgTable(
  "favourites",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: enumerated("kind", favouriteKind).notNull(),
    targetId: uuid("target_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind, table.targetId] }),
    ...enumerationChecks(table),
  ],
);
