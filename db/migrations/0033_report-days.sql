CREATE TABLE "report_bookings" (
	"business_id" uuid NOT NULL,
	"day" date NOT NULL,
	"station_id" uuid NOT NULL,
	"pending" integer NOT NULL,
	"approved" integer NOT NULL,
	"rejected" integer NOT NULL,
	"in_progress" integer NOT NULL,
	"completed" integer NOT NULL,
	"no_show" integer NOT NULL,
	"canceled_by_owner" integer NOT NULL,
	"canceled_by_backoffice" integer NOT NULL,
	"canceled_by_operator" integer NOT NULL,
	"due" integer NOT NULL,
	"missed" integer NOT NULL,
	"kept" integer NOT NULL,
	"kept_minutes" integer NOT NULL,
	"canceled_after_start" integer NOT NULL,
	"canceled_under_2h" integer NOT NULL,
	"canceled_under_12h" integer NOT NULL,
	"canceled_under_24h" integer NOT NULL,
	"canceled_earlier" integer NOT NULL,
	CONSTRAINT "report_bookings_business_id_day_station_id_pk" PRIMARY KEY("business_id","day","station_id")
);
--> statement-breakpoint
CREATE TABLE "report_coverage" (
	"business_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"until" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_hours" (
	"business_id" uuid NOT NULL,
	"day" date NOT NULL,
	"weekday" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"bookings" bigint NOT NULL,
	CONSTRAINT "report_hours_business_id_day_weekday_hour_pk" PRIMARY KEY("business_id","day","weekday","hour")
);
--> statement-breakpoint
CREATE TABLE "report_offered" (
	"business_id" uuid NOT NULL,
	"day" date NOT NULL,
	"station_id" uuid NOT NULL,
	"offered_minutes" integer NOT NULL,
	CONSTRAINT "report_offered_business_id_day_station_id_pk" PRIMARY KEY("business_id","day","station_id")
);
--> statement-breakpoint
CREATE TABLE "report_stale" (
	"business_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_takings" (
	"business_id" uuid NOT NULL,
	"day" date NOT NULL,
	"station_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"sessions" integer NOT NULL,
	"energy_wh" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	CONSTRAINT "report_takings_business_id_day_station_id_currency_pk" PRIMARY KEY("business_id","day","station_id","currency")
);
--> statement-breakpoint
ALTER TABLE "report_coverage" ADD CONSTRAINT "report_coverage_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_stale_business_idx" ON "report_stale" USING btree ("business_id","at");--> statement-breakpoint
CREATE INDEX "bookings_visits_idx" ON "bookings" USING btree ("business_id","starts_at","owner_id") WHERE "bookings"."status" = 'Completed' and "bookings"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "sessions_ended_idx" ON "sessions" USING btree ("business_id","ended_at") WHERE "sessions"."status" = 'Completed';