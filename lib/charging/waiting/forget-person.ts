import type { Eraser } from "@/lib/core/eraser";

/** How this room forgets a person: it keeps nothing but times under an id. */
export const eraser: Eraser = {
  columns: { "waiting.owner_id": "An id alone says nobody's name; for what they waited stays." },
  erase: () => Promise.resolve({}),
};
