CREATE INDEX "report_bookings_business_id_day_index" ON "report_bookings" USING btree ("business_id","day") WHERE "report_bookings"."station_id" = '00000000-0000-0000-0000-000000000000';--> statement-breakpoint
CREATE INDEX "report_offered_business_id_day_index" ON "report_offered" USING btree ("business_id","day") WHERE "report_offered"."station_id" = '00000000-0000-0000-0000-000000000000';--> statement-breakpoint
CREATE INDEX "report_takings_business_id_day_index" ON "report_takings" USING btree ("business_id","day") WHERE "report_takings"."station_id" = '00000000-0000-0000-0000-000000000000';--> statement-breakpoint
-- What was added up has no rows of all stations together: it is added up anew.
DELETE FROM "report_coverage";
