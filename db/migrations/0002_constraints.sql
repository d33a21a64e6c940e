-- One owner never holds two places at overlapping times. The application asks first, under a lock on the
-- owner; this is the last guard (architecture.md, Concurrency).
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_owner_overlap" EXCLUDE USING gist (
  "owner_id" WITH =,
  tstzrange("starts_at", "ends_at") WITH &&
) WHERE ("status" IN ('Pending', 'Approved', 'InProgress'));--> statement-breakpoint
-- Slots are updated far more often than they are made: room on each page keeps those updates off the indexes.
ALTER TABLE "slots" SET (fillfactor = 70);
