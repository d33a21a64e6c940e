CREATE TABLE "user_pictures" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"upload_id" uuid NOT NULL,
	CONSTRAINT "user_pictures_upload_id_unique" UNIQUE("upload_id")
);
--> statement-breakpoint
ALTER TABLE "uploads" DROP CONSTRAINT "uploads_kind_check";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_check";--> statement-breakpoint
ALTER TABLE "mailings" DROP CONSTRAINT "mailings_kind_check";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind_check";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erasure_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "photo_upload_id" uuid;--> statement-breakpoint
ALTER TABLE "user_pictures" ADD CONSTRAINT "user_pictures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_pictures" ADD CONSTRAINT "user_pictures_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_photo_upload_id_uploads_id_fk" FOREIGN KEY ("photo_upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_photo_upload_id_unique" UNIQUE("photo_upload_id");--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_kind_check" CHECK ("uploads"."kind" in ('SessionPhoto', 'ReviewPhoto', 'StationImage', 'VehiclePhoto', 'ProfilePicture'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_check" CHECK ("notifications"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'PlaceOffered', 'PlaceWithdrawn', 'PlaceOfferOver', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'OwnerCanceled', 'RunningLate', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered'));--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_kind_check" CHECK ("mailings"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'PlaceOffered', 'PlaceWithdrawn', 'PlaceOfferOver', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'OwnerCanceled', 'RunningLate', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'AccountDeleted', 'ErasureNear', 'TermsChanged', 'PrivacyChanged', 'WebhookOff', 'WeeklyReport'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind_check" CHECK ("messages"."kind" in ('BookingRequested', 'BookingApproved', 'BookingRejected', 'BookingChanged', 'BookingCanceled', 'BookingNoShow', 'BookingReminder', 'CodeIssued', 'PlaceOffered', 'PlaceWithdrawn', 'PlaceOfferOver', 'SessionStarted', 'SessionCompleted', 'SessionAborted', 'BookingWaits', 'OwnerCanceled', 'RunningLate', 'BookingInConflict', 'ActRefused', 'WorkerSilent', 'AsWritten', 'BusinessRequested', 'BusinessRejected', 'Invitation', 'PasswordReset', 'PasswordChanged', 'PasskeyAdded', 'PasskeyRemoved', 'AccountDeactivated', 'AccountReactivated', 'OwnerRegistered', 'AccountDeleted', 'ErasureNear', 'TermsChanged', 'PrivacyChanged', 'WebhookOff', 'WeeklyReport'));