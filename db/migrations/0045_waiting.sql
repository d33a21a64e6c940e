CREATE TABLE "waiting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"standards" text[],
	"min_power_w" integer,
	"place_group" smallint,
	"offer_ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "waiting_range_check" CHECK ("waiting"."ends_at" > "waiting"."starts_at"),
	CONSTRAINT "waiting_offer_check" CHECK ("waiting"."status" <> 'Offered' or ("waiting"."place_group" is not null and "waiting"."offer_ends_at" is not null)),
	CONSTRAINT "waiting_kind_check" CHECK ("waiting"."kind" in ('Waiting', 'Alternative')),
	CONSTRAINT "waiting_status_check" CHECK ("waiting"."status" in ('Waiting', 'Offered', 'Taken', 'Passed', 'Left', 'Expired'))
);
--> statement-breakpoint
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiting_station_idx" ON "waiting" USING btree ("station_id","starts_at") WHERE "waiting"."status" in ('Waiting', 'Offered');--> statement-breakpoint
CREATE INDEX "waiting_owner_idx" ON "waiting" USING btree ("owner_id","ends_at");--> statement-breakpoint
CREATE INDEX "waiting_offer_ends_idx" ON "waiting" USING btree ("offer_ends_at") WHERE "waiting"."status" = 'Offered';--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_offer_key" ON "waiting" USING btree ("owner_id") WHERE "waiting"."status" = 'Offered';--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_entry_key" ON "waiting" USING btree ("owner_id","station_id","starts_at","ends_at") WHERE "waiting"."status" in ('Waiting', 'Offered');