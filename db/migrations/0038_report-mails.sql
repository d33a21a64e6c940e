CREATE TABLE "report_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"report" text NOT NULL,
	"group_by" text NOT NULL,
	"station_id" uuid,
	"format" text NOT NULL,
	"mailed_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_subscriptions_key" UNIQUE NULLS NOT DISTINCT("user_id","report","group_by","station_id","format"),
	CONSTRAINT "report_subscriptions_report_check" CHECK ("report_subscriptions"."report" in ('revenue', 'energy', 'utilization', 'no-shows', 'bookings', 'cancellations', 'starts', 'stations', 'owners')),
	CONSTRAINT "report_subscriptions_group_by_check" CHECK ("report_subscriptions"."group_by" in ('day', 'week', 'month', 'station')),
	CONSTRAINT "report_subscriptions_format_check" CHECK ("report_subscriptions"."format" in ('csv', 'xlsx', 'pdf'))
);
--> statement-breakpoint
ALTER TABLE "mailings" DROP CONSTRAINT "mailings_kind_check";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_check";--> statement-breakpoint
ALTER TABLE "report_subscriptions" ADD CONSTRAINT "report_subscriptions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_subscriptions" ADD CONSTRAINT "report_subscriptions_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_subscriptions_mailed_idx" ON "report_subscriptions" USING btree ("mailed_on");--> statement-breakpoint
CREATE INDEX "report_subscriptions_station_idx" ON "report_subscriptions" USING btree ("station_id");--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_kind_check" CHECK ("mailings"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'TermsChanged', 'PrivacyChanged', 'WebhookOff', 'WeeklyReport'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_check" CHECK ("messages"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'TermsChanged', 'PrivacyChanged', 'WebhookOff', 'WeeklyReport'));