ALTER TABLE "users" DROP CONSTRAINT "users_status_check";--> statement-breakpoint
ALTER TABLE "login_sessions" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_from" text;--> statement-breakpoint
CREATE INDEX "users_deleted_idx" ON "users" USING btree ("deleted_at") WHERE "users"."status" = 'Deleted';--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_deleted_from_check" CHECK ("users"."deleted_from" in ('Active', 'Deactivated', 'Blocked', 'Deleted', 'Erased'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_status_check" CHECK ("users"."status" in ('Active', 'Deactivated', 'Blocked', 'Deleted', 'Erased'));--> statement-breakpoint
-- Who was erased before there was a status of its own.
UPDATE "users" SET "status" = 'Erased' WHERE "status" = 'Blocked' AND "email" = "id"::text || '@erased.invalid';
