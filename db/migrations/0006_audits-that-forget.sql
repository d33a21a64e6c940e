CREATE TABLE "audit_actors" (
	"hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_personal" (
	"audit_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "audit_personal_audit_id_field_pk" PRIMARY KEY("audit_id","field")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"chain" uuid NOT NULL,
	"number" integer NOT NULL,
	"root" text NOT NULL,
	"previous" text NOT NULL,
	"count" integer NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"records" uuid[] NOT NULL,
	"leaves" text[] NOT NULL,
	CONSTRAINT "audit_seals_chain_number_pk" PRIMARY KEY("chain","number")
);
--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "personal" text[];--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "seal" integer;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "leaf" integer;--> statement-breakpoint
CREATE INDEX "audit_actors_user_idx" ON "audit_actors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audits_seal_idx" ON "audits" USING btree ("seal","business_id");