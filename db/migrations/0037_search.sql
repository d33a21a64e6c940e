DROP INDEX "owners_plate_idx";--> statement-breakpoint
DROP INDEX "stations_name_trgm_idx";--> statement-breakpoint
DROP INDEX "stations_address_trgm_idx";--> statement-breakpoint
CREATE INDEX "owners_plate_search_idx" ON "owners" USING btree (upper(regexp_replace("vehicle_plate", '[[:space:][:punct:]]', '', 'g')) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "owners_nic_search_idx" ON "owners" USING btree ("nic" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "users_staff_idx" ON "users" USING btree ("role") WHERE "users"."role" <> 'EvOwner';--> statement-breakpoint
CREATE INDEX "users_name_search_idx" ON "users" USING gin (plain_text("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "users_phone_search_idx" ON "users" USING gin ("phone" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "bookings_number_search_idx" ON "bookings" USING gin (replace("number", '-', '') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "bookings_plate_search_idx" ON "bookings" USING btree (upper(regexp_replace("vehicle_plate", '[[:space:][:punct:]]', '', 'g')) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "sessions_receipt_search_idx" ON "sessions" USING btree (replace("receipt_number", '-', '') text_pattern_ops) WHERE "sessions"."receipt_number" is not null;--> statement-breakpoint
CREATE INDEX "stations_name_trgm_idx" ON "stations" USING gin (plain_text("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "stations_address_trgm_idx" ON "stations" USING gin (plain_text("address") gin_trgm_ops);