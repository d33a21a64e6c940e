CREATE TABLE "station_images" (
	"station_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"alt" text,
	CONSTRAINT "station_images_station_id_upload_id_pk" PRIMARY KEY("station_id","upload_id"),
	CONSTRAINT "station_images_upload_key" UNIQUE("upload_id")
);
--> statement-breakpoint
ALTER TABLE "uploads" DROP CONSTRAINT "uploads_kind_check";--> statement-breakpoint
ALTER TABLE "station_images" ADD CONSTRAINT "station_images_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "station_images" ADD CONSTRAINT "station_images_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" DROP COLUMN "photos";--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_kind_check" CHECK ("uploads"."kind" in ('SessionPhoto', 'ReviewPhoto', 'StationImage'));