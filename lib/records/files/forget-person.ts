import type { Eraser } from "@/lib/core/eraser";

import { eraseSender } from "./store/uploads";

/**
 * How this room forgets a person: what they sent and nothing uses goes, and so do the names of their files. What is in
 * use goes with the thing that it belongs to, whose room says so.
 */
export const eraser: Eraser = {
  columns: { "uploads.user_id": "An id alone says nobody's name; what it sent unused goes." },
  erase: eraseSender,
};
