import type { Subscriber } from "@/lib/records/outbox/inside";
import type { EventType } from "@/lib/words";

import { handleEvent } from "./handle-event";
import { notices } from "./rules";

/** Whoever an event has words for is written to. */
export const subscribers: readonly Subscriber[] = [
  { on: Object.keys(notices) as EventType[], run: handleEvent },
];
