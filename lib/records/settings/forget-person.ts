import type { Eraser } from "@/lib/core/eraser";

/** This room keeps settings; of people it has ids alone. */
export const eraser: Eraser = {
  columns: {
    "settings.updated_by": "An id alone says nobody's name; who set it must stay provable.",
  },
  erase: async () => ({}),
};
