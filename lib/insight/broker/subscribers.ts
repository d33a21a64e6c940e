import type { Subscriber } from "@/lib/records/outbox/inside";
import { eventTypes } from "@/lib/words";

import { subscriber } from "./rules";

/** Every event goes to the broker, where this process was told of one. */
export const subscribers: readonly Subscriber[] = [
  {
    name: subscriber,
    on: eventTypes,
    isOn: ({ brokerUrl }) => brokerUrl !== undefined,
  },
];
