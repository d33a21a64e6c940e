CREATE TABLE "station_imports" (
	"scope" text PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"alive_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "stations_source_key";--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "source_key" text;--> statement-breakpoint
-- Keys as imports compare them from now on (plan-import.ts): folded; an OCPI id whose file named no country and party
-- was one for everybody, as those that are listed for nobody still are. Of ids that differ by case alone the first
-- keeps the folded key and the others theirs, so that nothing is lost.
UPDATE "stations" SET "source_key" = CASE WHEN keyed."nth" = 1 THEN keyed."folded" ELSE keyed."prefix" || keyed."source_id" END
FROM (
	SELECT "id", "source_id", "prefix", "prefix" || lower("source_id") AS "folded",
		row_number() OVER (PARTITION BY "source", "prefix", lower("source_id") ORDER BY "source_id" = lower("source_id") DESC, "created_at", "id") AS "nth"
	FROM (
		SELECT *, CASE WHEN "source" = 'ocpi' AND "source_id" !~ '^[A-Za-z]{2}[*][A-Za-z0-9]{3}[*]' THEN '/' ELSE '' END AS "prefix"
		FROM "stations" WHERE "source" IS NOT NULL
	) AS "imported"
) AS keyed
WHERE keyed."id" = "stations"."id";--> statement-breakpoint
CREATE UNIQUE INDEX "stations_source_key" ON "stations" USING btree ("source","source_key") WHERE "stations"."source" is not null;