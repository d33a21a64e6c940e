CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"filename" text,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"key" uuid NOT NULL,
	"thumbnail_key" uuid,
	"wrapped_key" text,
	"key_id" text,
	"claimed_entity" text,
	"claimed_id" uuid,
	"visibility" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "uploads_key_unique" UNIQUE("key"),
	CONSTRAINT "uploads_thumbnail_key_unique" UNIQUE("thumbnail_key"),
	CONSTRAINT "uploads_claim_check" CHECK ("uploads"."status" <> 'Claimed' or num_nulls("uploads"."claimed_entity", "uploads"."claimed_id", "uploads"."visibility") = 0),
	CONSTRAINT "uploads_kind_check" CHECK ("uploads"."kind" in ('SessionPhoto')),
	CONSTRAINT "uploads_status_check" CHECK ("uploads"."status" in ('Unclaimed', 'Claimed', 'Deleted')),
	CONSTRAINT "uploads_visibility_check" CHECK ("uploads"."visibility" in ('Private', 'Public'))
);
--> statement-breakpoint
ALTER TABLE "session_photos" ALTER COLUMN "content" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "session_photos" ADD COLUMN "upload_id" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_user_idx" ON "uploads" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "uploads_claim_idx" ON "uploads" USING btree ("claimed_entity","claimed_id");--> statement-breakpoint
CREATE INDEX "uploads_due_idx" ON "uploads" USING btree ("status","created_at") WHERE "uploads"."status" <> 'Claimed';--> statement-breakpoint
ALTER TABLE "session_photos" ADD CONSTRAINT "session_photos_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_photos_to_move_idx" ON "session_photos" USING btree ("id") WHERE "session_photos"."content" is not null;--> statement-breakpoint
ALTER TABLE "session_photos" ADD CONSTRAINT "session_photos_upload_id_unique" UNIQUE("upload_id");--> statement-breakpoint
ALTER TABLE "session_photos" ADD CONSTRAINT "session_photos_content_check" CHECK (num_nonnulls("session_photos"."content", "session_photos"."upload_id") = 1);