import type { Subscriber } from "@/lib/records/outbox/inside";
import type { EventType } from "@/lib/words";

import { notices } from "./rules";
import { writeMessage } from "./write-message";

/** Whoever an event has words for is written to. */
export const subscribers: readonly Subscriber[] = [
  { name: "notifications", on: Object.keys(notices) as EventType[], run: writeMessage },
];
