CREATE TABLE "offline_refusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"refused_by" uuid NOT NULL,
	"key" text NOT NULL,
	"business_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"session_id" uuid,
	"act" text NOT NULL,
	"acted_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"told" jsonb NOT NULL,
	"code" text NOT NULL,
	"details" jsonb NOT NULL,
	"found" jsonb NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" uuid,
	"note" text,
	CONSTRAINT "offline_refusals_key" UNIQUE("refused_by","key"),
	CONSTRAINT "offline_refusals_act_check" CHECK ("offline_refusals"."act" in ('CheckIn', 'Finalize', 'Abort', 'Pause', 'Resume', 'Note', 'ChangeConnector'))
);
--> statement-breakpoint
ALTER TABLE "offline_refusals" ADD CONSTRAINT "offline_refusals_refused_by_users_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_refusals" ADD CONSTRAINT "offline_refusals_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_refusals" ADD CONSTRAINT "offline_refusals_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_refusals" ADD CONSTRAINT "offline_refusals_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_refusals" ADD CONSTRAINT "offline_refusals_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_refusals" ADD CONSTRAINT "offline_refusals_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offline_refusals_station_idx" ON "offline_refusals" USING btree ("station_id","settled_at");--> statement-breakpoint
CREATE INDEX "offline_refusals_business_idx" ON "offline_refusals" USING btree ("business_id","created_at");