CREATE TABLE "mailings" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"values" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_user_id" uuid,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "mailings_kind_check" CHECK ("mailings"."kind" in ('BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'TermsChanged', 'PrivacyChanged', 'AsWritten'))
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_check";--> statement-breakpoint
ALTER TABLE "content_pages" ADD COLUMN "figures" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_check" CHECK ("messages"."kind" in ('BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'TermsChanged', 'PrivacyChanged', 'AsWritten'));--> statement-breakpoint
-- The first texts said the platform's numbers as a migration saw them, which knows nothing of the environment. They name
-- the settings now. Where there are accounts, the terms may have been read already: they keep what they said. Elsewhere
-- the job `supersede` keeps for them what is in force.
UPDATE "content_pages" SET "figures" = jsonb_build_object(
	'changeCutoffMinutes', round(60 * substring("body" FROM 'cancel until ([0-9.]+) hours before the start')::numeric),
	'noShowAfterMinutes', round(substring("body" FROM 'within ([0-9.]+) minutes of the start')::numeric))
WHERE "id" = '019b76da-a800-7000-8000-000000000001' AND EXISTS (SELECT FROM "users")
	AND "body" ~ 'cancel until [0-9.]+ hours before the start' AND "body" ~ 'within [0-9.]+ minutes of the start';
--> statement-breakpoint
UPDATE "content_pages" SET "body" =
	regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace("body",
		'until [0-9.]+ hours before the start', 'until {setting:changeCutoffMinutes} before the start', 'g'),
		'within [0-9.]+ minutes of the start', 'within {setting:noShowAfterMinutes} of the start', 'g'),
		'checked in [0-9.]+ minutes after the start', 'checked in {setting:noShowAfterMinutes} after the start', 'g'),
		'from [0-9.]+ minutes before the start', 'from {setting:checkInBeforeMinutes} before the start', 'g'),
		'until [0-9.]+ minutes after (it|the start)', 'until {setting:checkInAfterMinutes} after \1', 'g'),
		'Up to [0-9.]+ days', 'Up to {setting:maxDaysAhead}', 'g'),
		'the next [0-9.]+ days', 'the next {setting:maxDaysAhead}', 'g')
WHERE "id" IN ('019b76da-a800-7000-8000-000000000001', '019b76da-a800-7000-8000-000000000004', '019b76da-a800-7000-8000-000000000003', '019b76da-a800-7000-8000-000000000005')
	AND "version" = 1 AND "locale" = 'en';
