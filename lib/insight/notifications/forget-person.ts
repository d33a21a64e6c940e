import type { Eraser } from "@/lib/core/eraser";

import { deleteMessagesOf } from "./store";

/** How this room forgets a person: every message to them goes, and every one that names them. */
export const eraser: Eraser = { columns: {}, erase: deleteMessagesOf };
