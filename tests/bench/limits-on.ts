/** Every limit counts, and none is reached by those who ask as fast as they can. */
export const everyLimit = {
  RATE_LIMITS: "on",
  BOOKING_LIMIT_PER_USER: "100000",
  REQUEST_LIMIT: "1000000",
} as const;
