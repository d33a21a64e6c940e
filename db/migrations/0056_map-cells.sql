CREATE TABLE "station_cells" (
	"level" smallint NOT NULL,
	"x" integer NOT NULL,
	"y" integer NOT NULL,
	"type" text NOT NULL,
	"listed" boolean NOT NULL,
	"count" integer NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"west" double precision NOT NULL,
	"south" double precision NOT NULL,
	"east" double precision NOT NULL,
	"north" double precision NOT NULL,
	"station_id" uuid,
	CONSTRAINT "station_cells_level_x_y_type_listed_pk" PRIMARY KEY("level","x","y","type","listed"),
	CONSTRAINT "station_cells_type_check" CHECK ("station_cells"."type" in ('AC', 'DC'))
);
--> statement-breakpoint
ALTER TABLE "station_cells" ADD CONSTRAINT "station_cells_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "station_cells_station_idx" ON "station_cells" USING btree ("station_id");--> statement-breakpoint
CREATE INDEX "stations_shown_idx" ON "stations" USING btree (("business_id" is null),"name","id","business_id") WHERE "stations"."status" <> 'Inactive';--> statement-breakpoint
CREATE INDEX "stations_name_idx" ON "stations" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "stations_created_idx" ON "stations" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "stations_point_idx" ON "stations" USING gist (point("longitude"::float8, "latitude"::float8));