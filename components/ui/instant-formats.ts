/** A time of day: 14:05. */
export const clockFormat = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
/** A day: 21 Nov 2026. */
export const dateFormat = { day: "numeric", month: "short", year: "numeric" } as const;
/** Both, as an instant is said in a zone: 21 Nov 2026, 14:05. */
export const instantFormat = { ...dateFormat, ...clockFormat } as const;
