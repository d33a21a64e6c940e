-- Distances on the globe (cube, earthdistance), text search by parts of words (pg_trgm) and equality
-- inside a range exclusion (btree_gist); all ship with every stock PostgreSQL.
CREATE EXTENSION IF NOT EXISTS cube;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS earthdistance;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
