-- Records written before personal values were kept apart: the values move beside them, and salted hashes take their
-- place. No seal covers these records yet, so they may change this once.
INSERT INTO "audit_actors" ("hash", "user_id", "name", "salt")
SELECT 'sha256:' || encode(sha256(convert_to("salt" || "name", 'UTF8')), 'hex'), "user_id", "name", "salt"
FROM (
	SELECT "actor_id" AS "user_id", "actor_name" AS "name", replace(gen_random_uuid()::text, '-', '') AS "salt"
	FROM "audits" WHERE "actor_id" IS NOT NULL GROUP BY "actor_id", "actor_name"
) AS "people";
--> statement-breakpoint
UPDATE "audits" SET "actor_name" = "people"."hash" FROM "audit_actors" AS "people"
WHERE "people"."user_id" = "audits"."actor_id" AND "people"."name" = "audits"."actor_name";
--> statement-breakpoint
INSERT INTO "audit_personal" ("audit_id", "field", "value", "salt")
SELECT "id", 'reason', to_jsonb("reason")::text, replace(gen_random_uuid()::text, '-', '')
FROM "audits" WHERE "reason" <> '' AND ("actor_id" IS NOT NULL OR "actor_role" = 'Anonymous');
--> statement-breakpoint
INSERT INTO "audit_personal" ("audit_id", "field", "value", "salt")
SELECT "audits"."id", 'changes.' || "change"."key", "change"."value"::text, replace(gen_random_uuid()::text, '-', '')
FROM "audits" CROSS JOIN LATERAL jsonb_each("audits"."changes") AS "change" ("key", "value")
WHERE ("audits"."entity", "change"."key") IN (
	('User', 'name'), ('User', 'email'), ('User', 'phone'), ('User', 'nic'), ('User', 'vehiclePlate'),
	('Session', 'notes'), ('Station', 'hold')
);
--> statement-breakpoint
WITH "apart" AS (
	SELECT "audit_id", "field", 'sha256:' || encode(sha256(convert_to("salt" || "value", 'UTF8')), 'hex') AS "hash"
	FROM "audit_personal"
), "whole" AS (
	SELECT "audit_id", array_agg("field" ORDER BY "field" DESC) AS "fields",
		min("hash") FILTER (WHERE "field" = 'reason') AS "reason",
		jsonb_object_agg(substr("field", 9), "hash") FILTER (WHERE "field" <> 'reason') AS "changes"
	FROM "apart" GROUP BY "audit_id"
)
UPDATE "audits" SET
	"personal" = "whole"."fields",
	"reason" = coalesce("whole"."reason", "audits"."reason"),
	"changes" = CASE WHEN "whole"."changes" IS NULL THEN "audits"."changes" ELSE "audits"."changes" || "whole"."changes" END
FROM "whole" WHERE "whole"."audit_id" = "audits"."id";
