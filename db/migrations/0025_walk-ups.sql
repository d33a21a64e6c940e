ALTER TABLE "bookings" ALTER COLUMN "owner_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "receipts" ALTER COLUMN "owner_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "owner_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "origin" text DEFAULT 'Booking' NOT NULL;--> statement-breakpoint
CREATE INDEX "bookings_walk_ups_idx" ON "bookings" USING btree ("ends_at") WHERE "bookings"."origin" = 'WalkUp' and "bookings"."status" = 'InProgress';--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_owner_check" CHECK ("bookings"."owner_id" is not null or "bookings"."origin" = 'WalkUp');--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_origin_check" CHECK ("bookings"."origin" in ('Booking', 'WalkUp'));