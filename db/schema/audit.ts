import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import type { AuditEntity } from "@/lib/words";

import { id, instant } from "./columns";

/** Who did what to what, when, from which state to which, and why. Rows are only ever added. */
export const audits = pgTable(
  "audits",
  {
    id: id(),
    at: instant("at").notNull(),
    /** Every room adds to the list, so no check of this long table repeats it. */
    entity: text("entity").$type<AuditEntity>().notNull(),
    entityId: uuid("entity_id").notNull(),
    /** A verb in the past or noun of the deed, such as `Create`, `Approve`, `NoShow`. */
    action: text("action").notNull(),
    /** Null for jobs, machines and nobody known. */
    actorId: uuid("actor_id"),
    /** The actor's role, `Job` for jobs, `Anonymous` for public forms. */
    actorRole: text("actor_role").notNull(),
    /** The actor's name at the time, or the job's. */
    actorName: text("actor_name").notNull(),
    from: text("from"),
    to: text("to"),
    reason: text("reason"),
    /** Field → [before, after], or other facts of the deed. */
    changes: jsonb("changes").$type<Record<string, unknown>>(),
    businessId: uuid("business_id"),
    stationId: uuid("station_id"),
    /** The owner concerned, so that owners see their own history. */
    ownerId: uuid("owner_id"),
    requestId: text("request_id").notNull(),
  },
  (table) => [
    index("audits_entity_idx").on(table.entity, table.entityId, table.at),
    index("audits_business_idx").on(table.businessId, table.at),
    index("audits_station_idx").on(table.stationId, table.at),
    index("audits_owner_idx").on(table.ownerId, table.at),
    index("audits_at_idx").on(table.at),
  ],
);
