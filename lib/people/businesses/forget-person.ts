import type { Eraser } from "@/lib/core/eraser";

/** This room keeps businesses, whose contacts are theirs; of people it has ids alone. */
export const eraser: Eraser = {
  columns: {
    "businesses.decided_by": "An id alone says nobody's name; who decided must stay provable.",
  },
  erase: async () => ({}),
};
