import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { contentKind, contentStatus } from "@/lib/records/content/schema";

import { enumerated, enumerationChecks, id, instant, literal } from "./columns";

/** One version of a text in one language, in Markdown. What is published is never changed. */
export const contentPages = pgTable(
  "content_pages",
  {
    id: id(),
    kind: enumerated("kind", contentKind).notNull(),
    /** BCP 47. */
    locale: text("locale").notNull(),
    /** Counted by the English versions; a translation has the number of the version that it translates. */
    version: integer("version").notNull(),
    status: enumerated("status", contentStatus).notNull(),
    body: text("body").notNull(),
    /** Of published terms and privacy: the platform's numbers as they were then, by setting. */
    figures: jsonb("figures").$type<Readonly<Record<string, number>>>(),
    requiresConsent: boolean("requires_consent").notNull(),
    effectiveAt: instant("effective_at"),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by"),
    updatedAt: instant("updated_at").notNull(),
    publishedAt: instant("published_at"),
    publishedBy: uuid("published_by"),
  },
  (table) => [
    uniqueIndex("content_pages_version_key").on(table.kind, table.locale, table.version),
    uniqueIndex("content_pages_draft_key")
      .on(table.kind, table.locale)
      .where(sql`${table.status} = ${literal(contentStatus.enum.Draft)}`),
    index("content_pages_effective_idx").on(table.kind, table.effectiveAt),
    check(
      "content_pages_effective_check",
      sql`${table.status} = ${literal(contentStatus.enum.Draft)} or ${table.effectiveAt} is not null`,
    ),
    ...enumerationChecks(table),
  ],
);
