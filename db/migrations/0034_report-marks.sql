-- What changes of a time that has begun is marked in the transaction that changes it, so that no report shows a day as
-- it was. What is still to come needs no mark: its day is added up when it is over.
CREATE FUNCTION report_mark_bookings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO report_stale (business_id, at)
    SELECT DISTINCT business_id, date_bin('15 minutes', starts_at, timestamptz 'epoch')
    FROM old_rows WHERE starts_at <= clock_timestamp();
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO report_stale (business_id, at)
    SELECT DISTINCT business_id, date_bin('15 minutes', starts_at, timestamptz 'epoch')
    FROM new_rows WHERE starts_at <= clock_timestamp();
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION report_mark_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO report_stale (business_id, at)
    SELECT DISTINCT business_id, date_bin('15 minutes', ended_at, timestamptz 'epoch')
    FROM old_rows WHERE ended_at IS NOT NULL;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO report_stale (business_id, at)
    SELECT DISTINCT business_id, date_bin('15 minutes', ended_at, timestamptz 'epoch')
    FROM new_rows WHERE ended_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER report_marks_insert AFTER INSERT ON bookings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION report_mark_bookings();--> statement-breakpoint
CREATE TRIGGER report_marks_update AFTER UPDATE ON bookings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION report_mark_bookings();--> statement-breakpoint
CREATE TRIGGER report_marks_delete AFTER DELETE ON bookings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION report_mark_bookings();--> statement-breakpoint
CREATE TRIGGER report_marks_insert AFTER INSERT ON sessions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION report_mark_sessions();--> statement-breakpoint
CREATE TRIGGER report_marks_update AFTER UPDATE ON sessions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION report_mark_sessions();--> statement-breakpoint
CREATE TRIGGER report_marks_delete AFTER DELETE ON sessions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION report_mark_sessions();
