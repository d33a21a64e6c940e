CREATE TABLE "favourites" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "favourites_user_id_kind_target_id_pk" PRIMARY KEY("user_id","kind","target_id"),
	CONSTRAINT "favourites_kind_check" CHECK ("favourites"."kind" in ('Station', 'Kiosk'))
);
--> statement-breakpoint
CREATE TABLE "vehicles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"make" text,
	"model" text,
	"year" smallint,
	"battery_wh" integer,
	"plate" text,
	"standards" text[] DEFAULT '{}'::text[] NOT NULL,
	"wh_per_100km" integer,
	"is_default" boolean NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vehicles_default_check" CHECK (not "vehicles"."is_default" or "vehicles"."deleted_at" is null)
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "vehicle_id" uuid;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vehicles_default_key" ON "vehicles" USING btree ("user_id") WHERE "vehicles"."is_default";--> statement-breakpoint
CREATE UNIQUE INDEX "vehicles_plate_key" ON "vehicles" USING btree ("user_id",upper(regexp_replace("plate", '[[:space:][:punct:]]', '', 'g'))) WHERE "vehicles"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "vehicles_user_idx" ON "vehicles" USING btree ("user_id","created_at") WHERE "vehicles"."deleted_at" is null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The plate that an account has is its only car's, and so the default's.
INSERT INTO "vehicles" ("id", "user_id", "plate", "is_default", "created_at", "updated_at")
SELECT gen_random_uuid(), "user_id", "vehicle_plate", true, now(), now() FROM "owners" WHERE "vehicle_plate" IS NOT NULL;
