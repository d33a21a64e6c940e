ALTER TABLE "place_groups" ADD COLUMN "plug_powers_w" integer[];--> statement-breakpoint
ALTER TABLE "connectors" ADD COLUMN "plug_powers_w" integer[];--> statement-breakpoint
ALTER TABLE "place_groups" ADD CONSTRAINT "place_groups_plug_powers_check" CHECK (cardinality("place_groups"."plug_powers_w") = cardinality("place_groups"."standards"));--> statement-breakpoint
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_plug_powers_check" CHECK (cardinality("connectors"."plug_powers_w") = cardinality("connectors"."standards"));