// Every room with words of its own, one line each. A new room adds its line here.
export { words as ground } from "./ground";
export { words as audit } from "@/lib/records/audit/words";
export { words as outbox } from "@/lib/records/outbox/words";
export { words as files } from "@/lib/records/files/words";
export { words as content } from "@/lib/records/content/words";
export { words as settings } from "@/lib/records/settings/words";
export { words as accounts } from "@/lib/people/accounts/words";
export { words as businesses } from "@/lib/people/businesses/words";
export { words as tariffs } from "@/lib/money/tariffs/words";
export { words as stations } from "@/lib/sites/stations/words";
export { words as schedules } from "@/lib/sites/schedules/words";
export { words as bookings } from "@/lib/charging/bookings/words";
export { words as sessions } from "@/lib/charging/sessions/words";
export { words as queue } from "@/lib/charging/queue/words";
export { words as notifications } from "@/lib/insight/notifications/words";
export { words as webhooks } from "@/lib/insight/webhooks/words";
export { words as reports } from "@/lib/insight/reports/words";
