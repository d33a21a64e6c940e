import type { Eraser } from "@/lib/core/eraser";

import { eraseRefusals } from "./store/erasure";

/** How this room forgets a person: what was done and refused stays, without words that name them. */
export const eraser: Eraser = {
  columns: {
    "offline_refusals.refused_by": "An id alone says nobody's name; whose act it was stays.",
    "offline_refusals.settled_by": "An id alone says nobody's name; who settled it stays.",
  },
  erase: eraseRefusals,
};
