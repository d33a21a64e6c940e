ALTER TABLE "messages" ADD COLUMN "tried_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "messages_tried_idx" ON "messages" USING btree ("tried_at");