CREATE TABLE "content_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"body" text NOT NULL,
	"requires_consent" boolean NOT NULL,
	"effective_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" uuid,
	CONSTRAINT "content_pages_effective_check" CHECK ("content_pages"."status" = 'Draft' or "content_pages"."effective_at" is not null),
	CONSTRAINT "content_pages_kind_check" CHECK ("content_pages"."kind" in ('terms-of-service', 'privacy-policy', 'about', 'contact', 'faq')),
	CONSTRAINT "content_pages_status_check" CHECK ("content_pages"."status" in ('Draft', 'Published', 'Superseded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "content_pages_version_key" ON "content_pages" USING btree ("kind","locale","version");--> statement-breakpoint
CREATE UNIQUE INDEX "content_pages_draft_key" ON "content_pages" USING btree ("kind","locale") WHERE "content_pages"."status" = 'Draft';--> statement-breakpoint
CREATE INDEX "content_pages_effective_idx" ON "content_pages" USING btree ("kind","effective_at");