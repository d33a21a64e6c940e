-- What `System` did is told as done by jobs, each of which had its name there already.
UPDATE "audits" SET "actor_role" = 'Job' WHERE "actor_role" = 'System';
