-- Every request counts, and nobody misses a count that is lost where the database itself falls: without a log of the
-- table no request waits for the disk to count.
ALTER TABLE "rate_limits" SET UNLOGGED;
