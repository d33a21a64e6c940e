-- A message stores what it tells and the values that it names; the words are made when it is read. Of one from before
-- only the words are known, and only until it was sent.
ALTER TABLE "messages" ADD COLUMN "kind" text NOT NULL DEFAULT 'AsWritten';--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "locale" text NOT NULL DEFAULT 'en';--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "values" jsonb NOT NULL DEFAULT '{}';--> statement-breakpoint
UPDATE "messages" SET "values" = jsonb_strip_nulls(jsonb_build_object('subject', "subject", 'body', "body"))
  WHERE "status" <> 'Sent';--> statement-breakpoint
UPDATE "messages" SET "kind" = CASE "subject"
    WHEN 'We have your request' THEN 'BusinessRequested'
    WHEN 'Your request was not accepted' THEN 'BusinessRejected'
    WHEN 'Your Baybook account is ready' THEN 'Invitation'
    WHEN 'Choose a new password' THEN 'PasswordReset'
    WHEN 'Your password was changed' THEN 'PasswordChanged'
    WHEN 'Your account was deactivated' THEN 'AccountDeactivated'
    WHEN 'Your account is active again' THEN 'AccountReactivated'
    WHEN 'Welcome to Baybook' THEN 'OwnerRegistered'
    ELSE 'AsWritten' END
  WHERE "status" = 'Sent';--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "locale" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "values" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_check" CHECK ("messages"."kind" in ('BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'AsWritten'));--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "subject";--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "body";
