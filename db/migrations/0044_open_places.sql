-- The bit of connector n becomes the n-th character. Where a number was too high for that, the first places stand for
-- those that are open until the worker builds the slots anew.
ALTER TABLE "slots" ALTER COLUMN "open_places" SET DATA TYPE text
	USING coalesce(reverse(ltrim("open_places"::bit(64)::text, '0')), repeat('1', "capacity"));--> statement-breakpoint
ALTER TABLE "slots" ALTER COLUMN "open_places" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_open_places_check" CHECK ("slots"."open_places" ~ '^([01]*1)?$');
