import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { businessStatus } from "@/lib/people/businesses/schema";

import { enumerated, enumerationChecks, id, instant } from "./columns";

export const businesses = pgTable(
  "businesses",
  {
    id: id(),
    name: text("name").notNull(),
    contactName: text("contact_name").notNull(),
    /** Lower case. */
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone").notNull(),
    billingAddress: text("billing_address"),
    taxId: text("tax_id"),
    timeZone: text("time_zone").notNull(),
    status: enumerated("status", businessStatus).notNull(),
    rejectionReason: text("rejection_reason"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("businesses_status_idx").on(table.status, table.createdAt),
    index("businesses_time_zone_idx").on(table.timeZone),
    ...enumerationChecks(table),
  ],
);
