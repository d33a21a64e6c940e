ALTER TABLE "sessions" ALTER COLUMN "checked_in_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "import_key" text;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_import_key" ON "sessions" USING btree ("business_id","import_key") WHERE "sessions"."import_key" is not null;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_checked_in_check" CHECK ("sessions"."checked_in_by" is not null or "sessions"."import_key" is not null);