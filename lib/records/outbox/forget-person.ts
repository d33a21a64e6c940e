import type { Eraser } from "@/lib/core/eraser";

import { forgetReasons } from "./store/forget-reasons";

/** How this room forgets a person: events tell by ids; what people wrote about them goes. */
export const eraser: Eraser = { columns: {}, erase: forgetReasons };
