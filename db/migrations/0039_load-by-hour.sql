-- Bookings count in every hour in which they hold a place, no more in that of their start alone. All past days that have
-- any are marked as changed, so that reports read them themselves until the job has added them up anew. What slots
-- offered on days whose slots are gone stays so, which would be lost were the coverage emptied.
INSERT INTO "report_stale" ("business_id", "at")
SELECT DISTINCT "business_id", date_bin('15 minutes', "starts_at", timestamptz 'epoch')
FROM "bookings" WHERE "starts_at" <= clock_timestamp();
