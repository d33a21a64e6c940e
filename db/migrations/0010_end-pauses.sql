-- A pause ends with its session; those of sessions that were finalized while they stood paused never did.
UPDATE "session_pauses" SET "resumed_at" = greatest("session_pauses"."paused_at", "sessions"."ended_at")
FROM "sessions"
WHERE "sessions"."id" = "session_pauses"."session_id"
  AND "session_pauses"."resumed_at" IS NULL AND "sessions"."ended_at" IS NOT NULL;
