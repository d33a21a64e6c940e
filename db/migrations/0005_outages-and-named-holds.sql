CREATE TABLE "connector_outages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"connector_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	"reason" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "connector_outages_range_check" CHECK ("connector_outages"."until_at" > "connector_outages"."starts_at"),
	CONSTRAINT "connector_outages_source_check" CHECK ("connector_outages"."source" in ('Fault', 'Maintenance', 'Unavailable', 'WalkUp'))
);
--> statement-breakpoint
ALTER TABLE "maintenance_holds" ALTER COLUMN "connectors" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "maintenance_holds" ADD COLUMN "connector_ids" uuid[];--> statement-breakpoint
ALTER TABLE "connector_outages" ADD CONSTRAINT "connector_outages_connector_id_connectors_id_fk" FOREIGN KEY ("connector_id") REFERENCES "public"."connectors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connector_outages_lasting_idx" ON "connector_outages" USING btree ("connector_id") WHERE "connector_outages"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "maintenance_holds" ADD CONSTRAINT "maintenance_holds_count_or_names_check" CHECK (num_nonnulls("maintenance_holds"."connectors", "maintenance_holds"."connector_ids") = 1 and cardinality("maintenance_holds"."connector_ids") is distinct from 0);