-- Text that people wrote is kept composed (NFC, lib/core/text.ts), so that one word is found however it was typed.
-- Audits and receipts stay as they were written.
UPDATE "users" SET "name" = normalize("name", NFC) WHERE "name" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "owners" SET "vehicle_plate" = normalize("vehicle_plate", NFC) WHERE "vehicle_plate" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "businesses" SET "name" = normalize("name", NFC), "contact_name" = normalize("contact_name", NFC), "billing_address" = normalize("billing_address", NFC), "tax_id" = normalize("tax_id", NFC), "rejection_reason" = normalize("rejection_reason", NFC) WHERE "name" IS NOT NFC NORMALIZED OR "contact_name" IS NOT NFC NORMALIZED OR "billing_address" IS NOT NFC NORMALIZED OR "tax_id" IS NOT NFC NORMALIZED OR "rejection_reason" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "stations" SET "name" = normalize("name", NFC), "address" = normalize("address", NFC), "description" = normalize("description", NFC), "network" = normalize("network", NFC), "hours_note" = normalize("hours_note", NFC) WHERE "name" IS NOT NFC NORMALIZED OR "address" IS NOT NFC NORMALIZED OR "description" IS NOT NFC NORMALIZED OR "network" IS NOT NFC NORMALIZED OR "hours_note" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "maintenance_holds" SET "reason" = normalize("reason", NFC) WHERE "reason" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "connector_outages" SET "reason" = normalize("reason", NFC) WHERE "reason" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "sessions" SET "notes" = normalize("notes", NFC) WHERE "notes" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "bookings" SET "vehicle_plate" = normalize("vehicle_plate", NFC) WHERE "vehicle_plate" IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "stations" SET "amenities" = ARRAY(SELECT normalize("one", NFC) FROM unnest("amenities") WITH ORDINALITY AS "each"("one", "at") ORDER BY "at") WHERE array_to_string("amenities", '') IS NOT NFC NORMALIZED;--> statement-breakpoint
UPDATE "stations" AS "one" SET "source_id" = normalize("source_id", NFC) WHERE "source_id" IS NOT NFC NORMALIZED AND NOT EXISTS (SELECT 1 FROM "stations" AS "other" WHERE "other"."source" = "one"."source" AND "other"."id" <> "one"."id" AND normalize("other"."source_id", NFC) = normalize("one"."source_id", NFC));
