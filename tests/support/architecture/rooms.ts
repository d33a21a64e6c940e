import type { Project } from "./project";

/**
 * The wings of `lib/`, from the ground up (architecture.md, Wings): a room asks rooms of lower wings, and those of
 * its own that its words name in `needs`.
 */
// prettier-ignore
export const wings = [
  "records", "people", "money", "sites", "charging", "service", "rentals", "insight",
] as const;

/** What the rooms stand on, and the doors to the outside. */
export const ground = ["core", "words", "process", "http", "jobs", "gateway"];

/** The room that a path lies in, as `wing/room`, if any. */
export function roomOf(path: string): string | undefined {
  const [, wing, room] = /^lib\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
  return wing && room && !ground.includes(wing) ? `${wing}/${room}` : undefined;
}

/** Where the room's wing stands; -1 for none of ours. */
export function rankOf(room: string): number {
  const [wing] = room.split("/");
  return wings.findIndex((name) => name === wing);
}

/** The part of the house a path lies in: `lib/core`, a wing, `db`, `app` … */
export function partOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "lib" ? `lib/${second}` : first;
}

/** The rooms of its own wing that a room says it asks, by their short names. */
export function needsOf(project: Project, room: string): readonly string[] {
  const words = project.get(`lib/${room}/words.ts`) ?? "";
  const [, list = ""] = /^ {2}needs: \[([^\]]*)\],$/m.exec(words) ?? [];
  return [...list.matchAll(/"([a-z-]+)"/g)].map(([, name = ""]) => name);
}

/** Whether a room may ask another one. */
export function mayAsk(project: Project, room: string, other: string): boolean {
  if (rankOf(room) !== rankOf(other)) return rankOf(other) < rankOf(room);
  return needsOf(project, room).includes(other.split("/")[1] ?? "");
}

/** Every room that has a file. */
export function roomsOf(project: Project): string[] {
  return [...new Set([...project.keys()].flatMap((path) => roomOf(path) ?? []))];
}
