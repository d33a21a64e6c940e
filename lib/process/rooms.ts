// Every room, one line each: what it answers to others (`ports`), calls its audited things (`names`), does by the
// clock (`jobs`) and on events (`subscribers`), how it forgets a person (`eraser`), what
// it does when one leaves (`leaving`) and tells of one (`holdings`) and what is always true of it
// (`invariants`), stands in its `inside.ts`. A new room adds its line here.
export * as accounts from "@/lib/people/accounts/inside";
export * as audit from "@/lib/records/audit/inside";
export * as bookings from "@/lib/charging/bookings/inside";
export * as broker from "@/lib/insight/broker/inside";
export * as businesses from "@/lib/people/businesses/inside";
export * as content from "@/lib/records/content/inside";
export * as drivers from "@/lib/sites/drivers/inside";
export * as files from "@/lib/records/files/inside";
export * as inbox from "@/lib/insight/inbox/inside";
export * as notifications from "@/lib/insight/notifications/inside";
export * as outbox from "@/lib/records/outbox/inside";
export * as passkeys from "@/lib/people/passkeys/inside";
export * as queue from "@/lib/charging/queue/inside";
export * as reports from "@/lib/insight/reports/inside";
export * as reviews from "@/lib/service/reviews/inside";
export * as schedules from "@/lib/sites/schedules/inside";
export * as sessions from "@/lib/charging/sessions/inside";
export * as settings from "@/lib/records/settings/inside";
export * as stations from "@/lib/sites/stations/inside";
export * as waiting from "@/lib/charging/waiting/inside";
export * as webhooks from "@/lib/insight/webhooks/inside";
