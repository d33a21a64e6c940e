-- Names are found without regard to letter case and accents. PostgreSQL holds unaccent to be changeable, because its
-- dictionary could be; with the dictionary named, and none of it ours, it is not, and indexes may use it.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE FUNCTION plain_text(name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(unaccent('unaccent'::regdictionary, name));
