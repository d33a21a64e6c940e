CREATE INDEX "businesses_time_zone_idx" ON "businesses" USING btree ("time_zone");--> statement-breakpoint
CREATE INDEX "stations_time_zone_idx" ON "stations" USING btree ("time_zone");