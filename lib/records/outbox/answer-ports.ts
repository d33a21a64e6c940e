import type { Ports } from "@/lib/core/context";

import { publishEvent } from "./publish-event";
import type { NewEvent } from "./schema";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = {
  // `transition` holds each type to its payload; here the pair of them is no longer to be seen.
  publishEvents: (ctx, events) => publishEvent(ctx, ...(events as readonly NewEvent[])),
} satisfies Pick<Ports, "publishEvents">;
