CREATE TABLE "idempotency_waiters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"caller" text NOT NULL,
	"waits_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ALTER COLUMN "status" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ALTER COLUMN "headers" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
CREATE INDEX "idempotency_waiters_caller_idx" ON "idempotency_waiters" USING btree ("caller");--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_answer_check" CHECK (("idempotency_keys"."subject_id" is null) = ("idempotency_keys"."status" is not null and "idempotency_keys"."headers" is not null));