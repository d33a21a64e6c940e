import {
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";

import { liveStatuses, offerKind, waitingStatus } from "@/lib/charging/waiting/schema";

import { users } from "./accounts";
import { businesses } from "./businesses";
import { enumerated, enumerationChecks, id, instant, oneOf } from "./columns";
import { stations } from "./stations";

/**
 * Who waits for a place at a time at which their station is full, and the places that are held for one owner for a
 * short time: an offer is the entry itself, while it is Offered.
 */
export const waiting = pgTable(
  "waiting",
  {
    id: id(),
    kind: enumerated("kind", offerKind).notNull(),
    status: enumerated("status", waitingStatus).notNull(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
    businessId: uuid("business_id")
      .notNull()
      .references(() => businesses.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** What the car asks of its place: plugs of which one is enough, and a least power in watts; null for any. */
    standards: text("standards").array(),
    minPowerW: integer("min_power_w"),
    /** The group of places in which one is held; null while none is. */
    placeGroup: smallint("place_group"),
    /** Until when it is held. */
    offerEndsAt: instant("offer_ends_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    // Who stands in line at a station, and what is held there.
    index("waiting_station_idx")
      .on(table.stationId, table.startsAt)
      .where(oneOf(table.status, liveStatuses)),
    index("waiting_owner_idx").on(table.ownerId, table.endsAt),
    index("waiting_offer_ends_idx")
      .on(table.offerEndsAt)
      .where(sql`${table.status} = 'Offered'`),
    // At most one place is held for an owner, and nobody stands in one line twice.
    uniqueIndex("waiting_offer_key")
      .on(table.ownerId)
      .where(sql`${table.status} = 'Offered'`),
    uniqueIndex("waiting_entry_key")
      .on(table.ownerId, table.stationId, table.startsAt, table.endsAt)
      .where(oneOf(table.status, liveStatuses)),
    check("waiting_range_check", sql`${table.endsAt} > ${table.startsAt}`),
    check(
      "waiting_offer_check",
      sql`${table.status} <> 'Offered' or (${table.placeGroup} is not null and ${table.offerEndsAt} is not null)`,
    ),
    ...enumerationChecks(table),
  ],
);
