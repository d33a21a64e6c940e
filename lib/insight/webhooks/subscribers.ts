import type { Subscriber } from "@/lib/records/outbox/inside";
import { outwardTypes } from "@/lib/words";

import { fanOut, fanOutAll } from "./fan-out";

/** A business hears of what happens to its own things. */
export const subscribers: readonly Subscriber[] = [
  { name: "webhooks", on: outwardTypes, run: fanOut, runTogether: fanOutAll },
];
