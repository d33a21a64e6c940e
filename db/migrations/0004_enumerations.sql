ALTER TABLE "account_links" ADD CONSTRAINT "account_links_purpose_check" CHECK ("account_links"."purpose" in ('Invitation', 'PasswordReset'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role_check" CHECK ("users"."role" in ('SystemAdmin', 'Backoffice', 'Operator', 'EvOwner'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_status_check" CHECK ("users"."status" in ('Active', 'Deactivated', 'Blocked'));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_status_check" CHECK ("bookings"."status" in ('Pending', 'Approved', 'Rejected', 'InProgress', 'Completed', 'NoShow', 'CanceledByOwner', 'CanceledByBackoffice', 'CanceledByOperator'));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_conflict_check" CHECK ("bookings"."conflict" in ('OverCapacity', 'OutsideSlots'));--> statement-breakpoint
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_status_check" CHECK ("businesses"."status" in ('PendingApproval', 'Active', 'Rejected'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_channel_check" CHECK ("messages"."channel" in ('Email', 'Sms'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_status_check" CHECK ("messages"."status" in ('Pending', 'Sent', 'Kept', 'Parked'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_status_check" CHECK ("sessions"."status" in ('Active', 'Completed', 'Aborted'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_payment_mode_check" CHECK ("sessions"."payment_mode" in ('cash', 'card', 'wallet'));--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_scope_check" CHECK ("settings"."scope" in ('Platform', 'Business', 'Station'));--> statement-breakpoint
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_status_check" CHECK ("connectors"."status" in ('Active', 'OutOfOrder', 'Inactive'));--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_type_check" CHECK ("stations"."type" in ('AC', 'DC'));--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_status_check" CHECK ("stations"."status" in ('Active', 'Inactive', 'Maintenance'));--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_approval_check" CHECK ("stations"."approval" in ('Manual', 'Auto'));--> statement-breakpoint
ALTER TABLE "tariffs" ADD CONSTRAINT "tariffs_mode_check" CHECK ("tariffs"."mode" in ('Flat', 'Time', 'Energy', 'Hybrid'));