CREATE TABLE "reminders" (
	"booking_id" uuid NOT NULL,
	"lead" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "reminders_booking_id_lead_pk" PRIMARY KEY("booking_id","lead"),
	CONSTRAINT "reminders_lead_check" CHECK ("reminders"."lead" in ('Day', 'TwoHours', 'Quarter'))
);
--> statement-breakpoint
ALTER TABLE "mailings" DROP CONSTRAINT "mailings_kind_check";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_channel_check";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_check";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_status_check";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "in_digest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminders_due_idx" ON "reminders" USING btree ("due_at") WHERE "reminders"."told_at" is null;--> statement-breakpoint
CREATE INDEX "messages_user_idx" ON "messages" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "messages_digest_idx" ON "messages" USING btree ("recipient") WHERE "messages"."in_digest" and "messages"."status" = 'Pending';--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_kind_check" CHECK ("mailings"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'TermsChanged', 'PrivacyChanged', 'WebhookOff'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_channel_check" CHECK ("messages"."channel" in ('Email', 'Sms', 'WebPush', 'AppPush'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_check" CHECK ("messages"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'TermsChanged', 'PrivacyChanged', 'WebhookOff'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_status_check" CHECK ("messages"."status" in ('Pending', 'Sent', 'Kept', 'Parked', 'Gone'));