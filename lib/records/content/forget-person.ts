import type { Eraser } from "@/lib/core/eraser";

/** This room keeps what the site says to everybody; of people it has ids alone. */
export const eraser: Eraser = {
  columns: {
    "content_pages.created_by":
      "An id alone says nobody's name; who wrote a text must stay provable.",
    "content_pages.published_by":
      "An id alone says nobody's name; who published a text must stay provable.",
  },
  erase: async () => ({}),
};
