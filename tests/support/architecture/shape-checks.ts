import { basename } from "node:path/posix";

import { codeFiles, type Check, type Project } from "./project";
import { ground, needsOf, rankOf, roomOf, roomsOf, wings } from "./rooms";

const FIXED = [
  "schema.ts",
  "rules.ts",
  "store.ts",
  "index.ts",
  "inside.ts",
  "words.ts",
  "view.ts",
  "ports.ts",
  "subscribers.ts",
  "jobs.ts",
  "README.md",
];
const USE_CASE = /^[a-z]+(-[a-z0-9]+)+\.ts$/;
/** Words that say nothing about what a file does. */
const EMPTY_WORDS =
  /^(utils?|helpers?|common|misc|shared|stuff)$|-(utils?|helpers?|service|manager|types)$/;
const LONGEST = 250;
const LONGEST_README = 20;

/** A room holds only files of the closed set, and has a door and a README. */
export const roomShape: Check = (project) => [
  ...[...project.keys()].flatMap((path) => {
    if (/^lib\/[^/]+$/.test(path)) return [`${path}: lib/ holds wings, not files`];
    const stray = /^lib\/([^/]+)\/[^/]+$/.exec(path);
    if (stray && !ground.includes(stray[1] ?? ""))
      return [`${path}: a wing holds rooms, not files`];
    const room = roomOf(path);
    if (!room) return [];
    const inside = path.slice(`lib/${room}/`.length);
    const allowed =
      FIXED.includes(inside) ||
      USE_CASE.test(inside) ||
      /^(store|schema)\/[a-z-]+\.ts$/.test(inside);
    return allowed
      ? []
      : [`${path}: not one of a room's files (${FIXED.join(", ")}, <verb>-<noun>.ts)`];
  }),
  ...roomsOf(project).flatMap((room) => roomFaults(project, room)),
];

function roomFaults(project: Project, room: string): string[] {
  const faults: string[] = [];
  if (rankOf(room) < 0) {
    faults.push(`lib/${room}: lies in no wing; known are ${wings.join(", ")}`);
  }
  const has = (name: string) => project.has(`lib/${room}/${name}`);
  if (!has("index.ts") && !has("inside.ts"))
    faults.push(`lib/${room}: has no index.ts or inside.ts`);
  if (!has("words.ts")) faults.push(`lib/${room}: has no words.ts`);
  const hasStoreFolder = [...project.keys()].some((path) => path.startsWith(`lib/${room}/store/`));
  if (hasStoreFolder && has("store.ts")) faults.push(`lib/${room}: has both store.ts and store/`);
  const schemaParts = [...project.keys()].some((path) => path.startsWith(`lib/${room}/schema/`));
  if (schemaParts && !has("schema.ts")) faults.push(`lib/${room}: has schema/ without schema.ts`);
  const readme = project.get(`lib/${room}/README.md`);
  if (readme === undefined) return [...faults, `lib/${room}: has no README.md`];
  const length = linesOf(readme);
  if (length > LONGEST_README) {
    faults.push(`lib/${room}/README.md: ${length} lines, ${LONGEST_README} at most`);
  }
  return faults;
}

/** Rooms of one wing that ask one another name it, and not in a circle. */
export const needs: Check = (project) => {
  const faults: string[] = [];
  const walk = (room: string, trail: readonly string[]): void => {
    if (trail.includes(room)) {
      faults.push([...trail.slice(trail.indexOf(room)), room].join(" → "));
      return;
    }
    for (const name of needsOf(project, room)) {
      const other = `${room.split("/")[0]}/${name}`;
      if (roomsOf(project).includes(other)) walk(other, [...trail, room]);
      else faults.push(`lib/${room}/words.ts: needs ${name}, no room of its wing`);
    }
  };
  for (const room of roomsOf(project)) walk(room, []);
  return [...new Set(faults)];
};

/** No file of code is too long to be read at once. */
export const fileSize: Check = (project) =>
  codeFiles(project).flatMap((path) => {
    const length = linesOf(project.get(path) ?? "");
    return length > LONGEST ? [`${path}: ${length} lines, ${LONGEST} at most`] : [];
  });

/** File names are kebab-case and say what the file does. */
export const fileNames: Check = (project) =>
  codeFiles(project, { tests: true }).flatMap((path) => {
    const stem = basename(path).replace(/(\.(test|spec|config|d))?\.(tsx?|mjs)$/, "");
    if (EMPTY_WORDS.test(stem)) return [`${path}: "${stem}" does not say what it does`];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) ? [] : [`${path}: not kebab-case`];
  });

function linesOf(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}
