/** Lengths of real time in milliseconds. A calendar day of some zone may have 23 or 25 hours: see `time-zones.ts`. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** How long a browser keeps what its reader chose. */
export const yearMs = 365 * dayMs;

/** Minutes that a wall clock shows in a day. */
export const dayMinutes = 24 * 60;

/** How long a slot may be (product.md, Station). */
export const shortestSlotMinutes = 15;
export const longestSlotMinutes = 240;
