import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { AuditEntity } from "@/lib/words";

import { id, instant } from "./columns";

/**
 * Who did what to what, when, from which state to which, and why. Rows are only ever added; a seal adds its number.
 * Nothing personal stands in them, only its salted hash: what was hashed lies beside them, and can be forgotten.
 */
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
    /** The hash of a person's name at the time (`audit_actors`); the name of a job or machine. */
    actorName: text("actor_name").notNull(),
    from: text("from"),
    to: text("to"),
    reason: text("reason"),
    /** Field → [before, after], or other facts of the deed. */
    changes: jsonb("changes").$type<Record<string, unknown>>(),
    /** Where a hash stands for what lies in `audit_personal`: `reason`, `changes.email`; null for nowhere. */
    personal: text("personal").array(),
    businessId: uuid("business_id"),
    stationId: uuid("station_id"),
    /** The owner concerned, so that owners see their own history. */
    ownerId: uuid("owner_id"),
    requestId: text("request_id").notNull(),
    /** The number of the seal in the chain of its business (of the platform, without one); null in the open tail. */
    seal: integer("seal"),
    /** Its place among the records of the seal, from 0. */
    leaf: integer("leaf"),
  },
  (table) => [
    index("audits_entity_idx").on(table.entity, table.entityId, table.at),
    index("audits_business_idx").on(table.businessId, table.at),
    index("audits_station_idx").on(table.stationId, table.at),
    index("audits_owner_idx").on(table.ownerId, table.at),
    index("audits_at_idx").on(table.at),
    // For the open tail and for the records of one seal alike.
    index("audits_seal_idx").on(table.seal, table.businessId),
  ],
);

/** What is personal in a record, apart from it. Without a row here nobody can tell what the record's hash was of. */
export const auditPersonal = pgTable(
  "audit_personal",
  {
    auditId: uuid("audit_id").notNull(),
    /** As the record's `personal` names it. */
    field: text("field").notNull(),
    /** JSON text, exactly as it was hashed. */
    value: text("value").notNull(),
    /** 128 random bits, hex. */
    salt: text("salt").notNull(),
  },
  (table) => [primaryKey({ columns: [table.auditId, table.field] })],
);

/** What the people who did something were called then: one row for all records of a person under one name. */
export const auditActors = pgTable(
  "audit_actors",
  {
    /** SHA-256 of salt and name, as it stands in the records. */
    hash: text("hash").primaryKey(),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    salt: text("salt").notNull(),
  },
  (table) => [index("audit_actors_user_idx").on(table.userId)],
);

/** Seals over records, each chained to the one before it in its chain. Rows are only ever added. */
export const auditSeals = pgTable(
  "audit_seals",
  {
    /** The business, or the nil UUID for what belongs to none. */
    chain: uuid("chain").notNull(),
    /** From 1, without gaps. */
    number: integer("number").notNull(),
    /** The Merkle root over the leaves (RFC 9162), SHA-256, hex. */
    root: text("root").notNull(),
    /** The hash of the seal before it; 64 zeros for the first. */
    previous: text("previous").notNull(),
    count: integer("count").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    /** The ids of the sealed records and their hashes, by leaf: so that a check can name what differs or is gone. */
    records: uuid("records").array().notNull(),
    leaves: text("leaves").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.number] })],
);
