import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { uploadKind, uploadStatus, uploadVisibility } from "@/lib/records/files/schema";

import { users } from "./accounts";
import { enumerated, enumerationChecks, id, instant } from "./columns";

/** A file that was sent and kept; its bytes lie in the file store under `key`. */
export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    /** Who sent it; nobody for files that were kept before this table was. */
    userId: uuid("user_id").references(() => users.id),
    kind: enumerated("kind", uploadKind).notNull(),
    status: enumerated("status", uploadStatus).notNull(),
    /** What the sender called it, cleaned: to be shown, never a path. */
    filename: text("filename"),
    mediaType: text("media_type").notNull(),
    /** Size of what is stored, in bytes. */
    bytes: integer("bytes").notNull(),
    /** SHA-256 of what is stored, hex. */
    sha256: text("sha256").notNull(),
    width: integer("width"),
    height: integer("height"),
    key: uuid("key").notNull().unique(),
    thumbnailKey: uuid("thumbnail_key").unique(),
    /** For files that are encrypted where they lie; empty for those that are not. */
    wrappedKey: text("wrapped_key"),
    keyId: text("key_id"),
    claimedEntity: text("claimed_entity"),
    claimedId: uuid("claimed_id"),
    visibility: enumerated("visibility", uploadVisibility),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("uploads_user_idx").on(table.userId, table.createdAt),
    index("uploads_claim_idx").on(table.claimedEntity, table.claimedId),
    index("uploads_due_idx")
      .on(table.status, table.createdAt)
      .where(sql`${table.status} <> 'Claimed'`),
    check(
      "uploads_claim_check",
      sql`${table.status} <> 'Claimed' or num_nulls(${table.claimedEntity}, ${table.claimedId}, ${table.visibility}) = 0`,
    ),
    ...enumerationChecks(table),
  ],
);
