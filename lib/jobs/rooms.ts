// Every room that does something when events come, one line each. A new room adds its line here.
import { subscribers as notifications } from "@/lib/insight/notifications/subscribers";
import type { Subscriber } from "@/lib/records/outbox";

export const subscribers: readonly Subscriber[] = [...notifications];
