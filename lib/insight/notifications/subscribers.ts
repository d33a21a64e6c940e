import type { Subscriber } from "@/lib/records/outbox/inside";
import type { EventType } from "@/lib/words";

import { beginMailing } from "./begin-mailing";
import { notices } from "./rules";
import { writeMessage } from "./write-message";

/** Whoever an event has words for is written to; of some, everybody. */
export const subscribers: readonly Subscriber[] = [
  { name: "mailings", on: ["content.published"], run: beginMailing },
  { name: "notifications", on: Object.keys(notices) as EventType[], run: writeMessage },
];
