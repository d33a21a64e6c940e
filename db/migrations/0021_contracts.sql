ALTER TABLE "owners" ALTER COLUMN "nic" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "owners" ALTER COLUMN "country" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD COLUMN "contract" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "wished_connector_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_wished_connector_id_connectors_id_fk" FOREIGN KEY ("wished_connector_id") REFERENCES "public"."connectors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_contract_check" CHECK ("refresh_tokens"."contract" in ('core', 'ev-cms', 'snake'));