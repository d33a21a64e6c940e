CREATE TABLE "outbox_deliveries" (
	"event_id" uuid NOT NULL,
	"subscriber" text NOT NULL,
	"position" bigint NOT NULL,
	"subject" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"parked_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "outbox_deliveries_event_id_subscriber_pk" PRIMARY KEY("event_id","subscriber")
);
--> statement-breakpoint
DROP INDEX "outbox_events_due_idx";--> statement-breakpoint
DROP INDEX "outbox_events_delivered_idx";--> statement-breakpoint
ALTER TABLE "outbox_events" ADD COLUMN "position" bigint;--> statement-breakpoint
-- The order of writing of what is there already, as far as it is known.
UPDATE "outbox_events" SET "position" = "numbered"."position" FROM (
	SELECT "id", row_number() OVER (ORDER BY "id") AS "position" FROM "outbox_events"
) "numbered" WHERE "numbered"."id" = "outbox_events"."id";--> statement-breakpoint
ALTER TABLE "outbox_events" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_events" ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (sequence name "outbox_events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
SELECT setval('outbox_events_position_seq', greatest(1, max("position")), max("position") IS NOT NULL) FROM "outbox_events";--> statement-breakpoint
ALTER TABLE "outbox_events" ADD COLUMN "subject" text;--> statement-breakpoint
UPDATE "outbox_events" SET "subject" = CASE
	WHEN split_part("type", '.', 1) IN ('booking', 'qr') THEN 'booking/' || ("payload" ->> 'bookingId')
	WHEN split_part("type", '.', 1) = 'session' THEN 'session/' || ("payload" ->> 'sessionId')
	WHEN split_part("type", '.', 1) IN ('user', 'owner') THEN 'user/' || ("payload" ->> 'userId')
	WHEN split_part("type", '.', 1) = 'business' THEN 'business/' || ("payload" ->> 'businessId')
	WHEN split_part("type", '.', 1) IN ('station', 'schedule') THEN 'station/' || ("payload" ->> 'stationId')
	WHEN split_part("type", '.', 1) = 'setting' THEN 'scope/' || coalesce("station_id", "business_id", '00000000-0000-0000-0000-000000000000')
END;--> statement-breakpoint
UPDATE "outbox_events" SET "subject" = 'event/' || "id" WHERE "subject" IS NULL;--> statement-breakpoint
ALTER TABLE "outbox_events" ALTER COLUMN "subject" SET NOT NULL;--> statement-breakpoint
-- What waits or was given up until now was one delivery to all subscribers, and the messages were the only one.
INSERT INTO "outbox_deliveries" ("event_id", "subscriber", "position", "subject", "attempts", "next_attempt_at", "parked_at", "last_error")
SELECT "id", 'notifications', "position", "subject", "attempts", "next_attempt_at", "parked_at", "last_error"
FROM "outbox_events"
WHERE "delivered_at" IS NULL AND ("parked_at" IS NOT NULL OR "type" IN (
	'business.requested', 'business.rejected', 'user.invited', 'user.password_reset_requested',
	'user.password_changed', 'user.deactivated', 'user.reactivated', 'owner.registered'));--> statement-breakpoint
ALTER TABLE "outbox_deliveries" ADD CONSTRAINT "outbox_deliveries_event_id_outbox_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."outbox_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_deliveries_due_idx" ON "outbox_deliveries" USING btree ("subscriber","next_attempt_at","position") WHERE "outbox_deliveries"."delivered_at" is null and "outbox_deliveries"."parked_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_deliveries_line_idx" ON "outbox_deliveries" USING btree ("subscriber","subject","position") WHERE coalesce("outbox_deliveries"."delivered_at", "outbox_deliveries"."parked_at") is null;--> statement-breakpoint
CREATE INDEX "outbox_deliveries_parked_idx" ON "outbox_deliveries" USING btree ("position") WHERE "outbox_deliveries"."parked_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_events_position_idx" ON "outbox_events" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_events_at_idx" ON "outbox_events" USING brin ("at");--> statement-breakpoint
ALTER TABLE "outbox_events" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "outbox_events" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "outbox_events" DROP COLUMN "delivered_at";--> statement-breakpoint
ALTER TABLE "outbox_events" DROP COLUMN "parked_at";--> statement-breakpoint
ALTER TABLE "outbox_events" DROP COLUMN "last_error";