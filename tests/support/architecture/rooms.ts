/** The rooms by rank: each may ask those before it. A new room takes its place here. */
// prettier-ignore
export const rank = [
  "audit", "outbox", "settings", "accounts", "businesses", "tariffs", "stations",
  "schedules", "bookings", "sessions", "notifications", "reports",
] as const;

/** The ground that the rooms stand on, and the doors to the outside. */
export const ground = ["core", "http", "jobs"];

/** The room that a path lies in, if any. */
export function roomOf(path: string): string | undefined {
  const [, folder] = /^lib\/([^/]+)\//.exec(path) ?? [];
  return folder && !ground.includes(folder) ? folder : undefined;
}

export const rankOf = (room: string): number => rank.findIndex((name) => name === room);

/** The part of the house a path lies in: a room, `lib/core`, `db`, `app` … */
export function partOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "lib" ? `lib/${second}` : first;
}
