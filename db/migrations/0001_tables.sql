CREATE TABLE "account_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "operator_stations" (
	"user_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	CONSTRAINT "operator_stations_user_id_station_id_pk" PRIMARY KEY("user_id","station_id")
);
--> statement-breakpoint
CREATE TABLE "owners" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"nic" text NOT NULL,
	"country" text NOT NULL,
	"vehicle_plate" text,
	CONSTRAINT "owners_nic_unique" UNIQUE("nic")
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refresh_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'Active' NOT NULL,
	"business_id" uuid,
	"email" text NOT NULL,
	"phone" text,
	"name" text NOT NULL,
	"password_hash" text,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"token_version" integer DEFAULT 1 NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_id_business_key" UNIQUE("id","business_id")
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"actor_name" text NOT NULL,
	"from" text,
	"to" text,
	"reason" text,
	"changes" jsonb,
	"business_id" uuid,
	"station_id" uuid,
	"owner_id" uuid,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"vehicle_plate" text,
	"tariff" jsonb NOT NULL,
	"estimate_minor" bigint NOT NULL,
	"late_fee_minor" bigint DEFAULT 0 NOT NULL,
	"conflict" text,
	"conflict_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bookings_number_unique" UNIQUE("number"),
	CONSTRAINT "bookings_range_check" CHECK ("bookings"."ends_at" > "bookings"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "qr_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"code" text NOT NULL,
	"key_id" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"consumed_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "businesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text NOT NULL,
	"billing_address" text,
	"tax_id" text,
	"time_zone" text NOT NULL,
	"status" text NOT NULL,
	"rejection_reason" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"caller" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"data" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_caller_key_pk" PRIMARY KEY("caller","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"bucket" text PRIMARY KEY NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"succeeded" boolean,
	"result" jsonb,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "test_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "messages_event_key" UNIQUE("event_id","channel","recipient")
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"business_id" uuid,
	"station_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"parked_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "capacity_overrides" (
	"station_id" uuid NOT NULL,
	"on" date NOT NULL,
	"connectors" integer NOT NULL,
	CONSTRAINT "capacity_overrides_station_id_on_pk" PRIMARY KEY("station_id","on"),
	CONSTRAINT "capacity_overrides_connectors_check" CHECK ("capacity_overrides"."connectors" >= 0)
);
--> statement-breakpoint
CREATE TABLE "maintenance_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"connectors" integer NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "maintenance_holds_range_check" CHECK ("maintenance_holds"."ends_at" > "maintenance_holds"."starts_at"),
	CONSTRAINT "maintenance_holds_connectors_check" CHECK ("maintenance_holds"."connectors" > 0)
);
--> statement-breakpoint
CREATE TABLE "schedule_exceptions" (
	"station_id" uuid NOT NULL,
	"on" date NOT NULL,
	"closed" boolean NOT NULL,
	"windows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "schedule_exceptions_station_id_on_pk" PRIMARY KEY("station_id","on")
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"station_id" uuid PRIMARY KEY NOT NULL,
	"weekly" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"station_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "slots_station_id_starts_at_pk" PRIMARY KEY("station_id","starts_at"),
	CONSTRAINT "slots_range_check" CHECK ("slots"."ends_at" > "slots"."starts_at"),
	CONSTRAINT "slots_counts_check" CHECK ("slots"."capacity" >= 0 and "slots"."held" >= 0 and "slots"."reserved" >= 0)
);
--> statement-breakpoint
CREATE TABLE "receipt_counters" (
	"business_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "receipt_counters_business_id_year_pk" PRIMARY KEY("business_id","year")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"number" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "receipts_session_id_unique" UNIQUE("session_id")
);
--> statement-breakpoint
CREATE TABLE "session_pauses" (
	"session_id" uuid NOT NULL,
	"paused_at" timestamp (3) with time zone NOT NULL,
	"resumed_at" timestamp (3) with time zone,
	CONSTRAINT "session_pauses_session_id_paused_at_pk" PRIMARY KEY("session_id","paused_at")
);
--> statement-breakpoint
CREATE TABLE "session_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"connector_id" uuid NOT NULL,
	"status" text DEFAULT 'Active' NOT NULL,
	"checked_in_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"metered" boolean,
	"energy_wh" bigint,
	"notes" text,
	"currency" text NOT NULL,
	"energy_minor" bigint,
	"time_minor" bigint,
	"fee_minor" bigint,
	"subtotal_minor" bigint,
	"tax_minor" bigint,
	"total_minor" bigint,
	"payment_mode" text,
	"paid_minor" bigint,
	"finalized_by" uuid,
	"receipt_number" text,
	CONSTRAINT "sessions_booking_id_unique" UNIQUE("booking_id"),
	CONSTRAINT "sessions_receipt_number_unique" UNIQUE("receipt_number"),
	CONSTRAINT "sessions_energy_check" CHECK ("sessions"."energy_wh" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"scope" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "settings_scope_scope_id_name_pk" PRIMARY KEY("scope","scope_id","name")
);
--> statement-breakpoint
CREATE TABLE "connectors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"standards" text[] NOT NULL,
	"max_power_w" integer,
	"status" text DEFAULT 'Active' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "connectors_station_number_key" UNIQUE("station_id","number"),
	CONSTRAINT "connectors_number_check" CHECK ("connectors"."number" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"latitude" numeric(9, 6) NOT NULL,
	"longitude" numeric(9, 6) NOT NULL,
	"time_zone" text NOT NULL,
	"type" text NOT NULL,
	"status" text DEFAULT 'Active' NOT NULL,
	"slot_minutes" integer NOT NULL,
	"approval" text NOT NULL,
	"description" text,
	"phone" text,
	"hours_note" text,
	"amenities" text[] DEFAULT '{}' NOT NULL,
	"photos" text[] DEFAULT '{}' NOT NULL,
	"network" text,
	"source" text,
	"source_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stations_id_business_key" UNIQUE("id","business_id"),
	CONSTRAINT "stations_latitude_check" CHECK ("stations"."latitude" between -90 and 90),
	CONSTRAINT "stations_longitude_check" CHECK ("stations"."longitude" between -180 and 180),
	CONSTRAINT "stations_slot_minutes_check" CHECK ("stations"."slot_minutes" between 15 and 240 and 1440 % "stations"."slot_minutes" = 0)
);
--> statement-breakpoint
CREATE TABLE "tariffs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"currency" text NOT NULL,
	"fee_minor" bigint,
	"per_hour_minor" bigint,
	"per_kwh_minor" bigint,
	"minimum_fee_minor" bigint,
	"billing_increment_minutes" integer,
	"tax_milli_percent" integer NOT NULL,
	"late_cancel_fee_minor" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tariffs_tax_check" CHECK ("tariffs"."tax_milli_percent" between 0 and 100000)
);
--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_stations" ADD CONSTRAINT "operator_stations_user_fk" FOREIGN KEY ("user_id","business_id") REFERENCES "public"."users"("id","business_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_stations" ADD CONSTRAINT "operator_stations_station_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."stations"("id","business_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners" ADD CONSTRAINT "owners_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_tokens" ADD CONSTRAINT "qr_tokens_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_overrides" ADD CONSTRAINT "capacity_overrides_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_holds" ADD CONSTRAINT "maintenance_holds_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_exceptions" ADD CONSTRAINT "schedule_exceptions_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_counters" ADD CONSTRAINT "receipt_counters_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_pauses" ADD CONSTRAINT "session_pauses_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_photos" ADD CONSTRAINT "session_photos_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_connector_id_connectors_id_fk" FOREIGN KEY ("connector_id") REFERENCES "public"."connectors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_checked_in_by_users_id_fk" FOREIGN KEY ("checked_in_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_finalized_by_users_id_fk" FOREIGN KEY ("finalized_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tariffs" ADD CONSTRAINT "tariffs_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_links_user_idx" ON "account_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_links_expires_idx" ON "account_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "operator_stations_station_idx" ON "operator_stations" USING btree ("station_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family_idx" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_user_idx" ON "refresh_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_expires_idx" ON "refresh_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_owner_phone_key" ON "users" USING btree ("phone") WHERE "users"."role" = 'EvOwner';--> statement-breakpoint
CREATE INDEX "users_business_idx" ON "users" USING btree ("business_id");--> statement-breakpoint
CREATE INDEX "audits_entity_idx" ON "audits" USING btree ("entity","entity_id","at");--> statement-breakpoint
CREATE INDEX "audits_business_idx" ON "audits" USING btree ("business_id","at");--> statement-breakpoint
CREATE INDEX "audits_station_idx" ON "audits" USING btree ("station_id","at");--> statement-breakpoint
CREATE INDEX "audits_owner_idx" ON "audits" USING btree ("owner_id","at");--> statement-breakpoint
CREATE INDEX "audits_at_idx" ON "audits" USING btree ("at");--> statement-breakpoint
CREATE INDEX "bookings_owner_idx" ON "bookings" USING btree ("owner_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_station_idx" ON "bookings" USING btree ("station_id","starts_at","status");--> statement-breakpoint
CREATE INDEX "bookings_business_idx" ON "bookings" USING btree ("business_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_holding_idx" ON "bookings" USING btree ("station_id","ends_at") WHERE "bookings"."status" in ('Pending', 'Approved', 'InProgress');--> statement-breakpoint
CREATE INDEX "bookings_due_idx" ON "bookings" USING btree ("status","starts_at") WHERE "bookings"."status" in ('Pending', 'Approved');--> statement-breakpoint
CREATE INDEX "bookings_conflict_idx" ON "bookings" USING btree ("station_id") WHERE "bookings"."conflict" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "qr_tokens_live_key" ON "qr_tokens" USING btree ("booking_id") WHERE "qr_tokens"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "qr_tokens_code_key" ON "qr_tokens" USING btree ("code");--> statement-breakpoint
CREATE INDEX "businesses_status_idx" ON "businesses" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_window_idx" ON "rate_limits" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "job_runs_name_idx" ON "job_runs" USING btree ("name","started_at");--> statement-breakpoint
CREATE INDEX "messages_status_idx" ON "messages" USING btree ("status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "outbox_events_due_idx" ON "outbox_events" USING btree ("next_attempt_at") WHERE "outbox_events"."delivered_at" is null and "outbox_events"."parked_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_events_delivered_idx" ON "outbox_events" USING btree ("delivered_at");--> statement-breakpoint
CREATE INDEX "maintenance_holds_station_idx" ON "maintenance_holds" USING btree ("station_id","ends_at");--> statement-breakpoint
CREATE INDEX "receipts_owner_idx" ON "receipts" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "session_photos_session_idx" ON "session_photos" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_busy_connector_key" ON "sessions" USING btree ("connector_id") WHERE "sessions"."status" = 'Active';--> statement-breakpoint
CREATE INDEX "sessions_station_idx" ON "sessions" USING btree ("station_id","started_at");--> statement-breakpoint
CREATE INDEX "sessions_owner_idx" ON "sessions" USING btree ("owner_id","started_at");--> statement-breakpoint
CREATE INDEX "sessions_business_idx" ON "sessions" USING btree ("business_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stations_source_key" ON "stations" USING btree ("source","source_id") WHERE "stations"."source" is not null;--> statement-breakpoint
CREATE INDEX "stations_business_idx" ON "stations" USING btree ("business_id");--> statement-breakpoint
CREATE INDEX "stations_position_idx" ON "stations" USING gist (ll_to_earth("latitude"::float8, "longitude"::float8));--> statement-breakpoint
CREATE INDEX "stations_name_trgm_idx" ON "stations" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "stations_address_trgm_idx" ON "stations" USING gin ("address" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "tariffs_station_idx" ON "tariffs" USING btree ("station_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);