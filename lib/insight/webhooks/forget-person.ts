import type { Eraser } from "@/lib/core/eraser";

import { forgetIn } from "./store/forgetting";

/** How this room forgets a person: deliveries tell by ids; what people wrote about them goes. */
export const eraser: Eraser = { columns: {}, erase: forgetIn };
