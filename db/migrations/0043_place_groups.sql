CREATE TABLE "place_groups" (
	"station_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"key" text NOT NULL,
	"standards" text[] NOT NULL,
	"power_w" integer,
	CONSTRAINT "place_groups_station_id_number_pk" PRIMARY KEY("station_id","number"),
	CONSTRAINT "place_groups_key_key" UNIQUE("station_id","key"),
	CONSTRAINT "place_groups_number_check" CHECK ("place_groups"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "slots" DROP CONSTRAINT "slots_station_id_starts_at_pk";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "standard" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "min_power_w" integer;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "place_group" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "place_group" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "open_places" bigint;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "uneven" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_station_id_starts_at_place_group_pk" PRIMARY KEY("station_id","starts_at","place_group");--> statement-breakpoint
ALTER TABLE "place_groups" ADD CONSTRAINT "place_groups_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- The groups of the places there are, that with the lowest number first.
INSERT INTO "place_groups" ("station_id", "number", "key", "standards", "power_w")
SELECT "station_id", row_number() OVER (PARTITION BY "station_id" ORDER BY min("number")),
	array_to_string("plugs", '+') || '@' || coalesce("max_power_w"::text, ''), "plugs", "max_power_w"
FROM (
	SELECT "station_id", "number", "max_power_w", ARRAY(
		SELECT DISTINCT "one" COLLATE "C" FROM unnest("standards") AS "one" ORDER BY 1
	) AS "plugs"
	FROM "connectors" WHERE "status" = 'Active'
) AS "places"
GROUP BY "station_id", "plugs", "max_power_w";--> statement-breakpoint
-- Where there are several, the worker builds the slots to come anew and finds each booking a group; those that have
-- begun stay, as one group's.
DELETE FROM "slots" WHERE "starts_at" > now() AND "station_id" IN (SELECT "station_id" FROM "place_groups" WHERE "number" = 2);
