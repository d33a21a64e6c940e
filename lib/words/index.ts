import type { z } from "zod";

import type { RoomWords } from "./define-words";
import * as rooms from "./rooms";

type Rooms = typeof rooms;
type AnyRoom = Rooms[keyof Rooms];

type Intersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;
type Flat<T> = { readonly [K in keyof T]: T[K] };
/** What the rooms say of one kind of word, put together. */
type Together<K extends keyof RoomWords> = Flat<
  Intersection<AnyRoom extends infer R ? (R extends Record<K, infer W> ? W : never) : never>
>;
/** The members of the lists that the rooms make of one kind of word. */
type Listed<K extends keyof RoomWords> = AnyRoom extends infer R
  ? R extends Record<K, readonly (infer N)[]>
    ? N
    : never
  : never;
type Audited<K extends "things" | "actions"> = AnyRoom extends infer R
  ? R extends { readonly audited: Record<K, readonly (infer N)[]> }
    ? N
    : never
  : never;

/** By name, because not every loader lists what a module exports in the same order. */
const everyRoom: readonly RoomWords[] = Object.entries<RoomWords>(rooms)
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([, words]) => words);

/** Merges one kind of word; throws at start where two rooms use one name. */
function merge(kind: Exclude<keyof RoomWords, "needs" | "published" | "audited" | "jobs">): object {
  const entries = everyRoom.flatMap((words) => Object.entries(words[kind] ?? {}));
  const names = entries.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two rooms have ${twice} among their ${kind}.`);
  return Object.fromEntries(entries);
}

/** The permission matrix of product.md. `"public"` needs no login. */
export const permissions = merge("permissions") as Together<"permissions">;
export type Permission = keyof typeof permissions;

/** The one table of refusals: code → kind (and so status) and words. */
export const errorTable = merge("errors") as Together<"errors">;
export type ErrorCode = keyof typeof errorTable;

/** Every setting, once: its type, default (product.md) and where it may be overridden. */
export const settingDefinitions = merge("settings") as Together<"settings">;
export type SettingName = keyof typeof settingDefinitions;
export const settingNames = Object.keys(settingDefinitions) as SettingName[];

/** The settings that everybody may read. */
type Published = Listed<"published">;
export type PublishedSetting = Extract<Published, SettingName>;
export const publishedSettings = everyRoom.flatMap(
  ({ published }) => published ?? [],
) as readonly PublishedSetting[];
/** A published name that no setting has is a type error here. */
const noStrayPublished: [Exclude<Published, SettingName>] extends [never] ? true : never = true;
void noStrayPublished;

/** Every event that a room tells the others, with the schema of its payload. */
export const eventPayloads = merge("events") as Together<"events">;
export type EventType = keyof typeof eventPayloads;
export const eventTypes = Object.keys(eventPayloads) as [EventType, ...EventType[]];

/** The field of the payload that says what an event is about, by the noun that its type begins with. */
export const subjects = merge("subjects") as Together<"subjects">;
type SubjectField<T> = T extends `${infer N}.${string}`
  ? N extends keyof typeof subjects
    ? (typeof subjects)[N]
    : never
  : never;
type Named<T extends EventType> =
  SubjectField<T> extends infer F extends string
    ? z.input<(typeof eventPayloads)[T]> extends { readonly [K in F]: string }
      ? F
      : never
    : never;
/** An event whose noun has no subject, or whose payload lacks it, is a type error here. */
type StrayEvent = { [T in EventType]: [Named<T>] extends [never] ? T : never }[EventType];
const noStrayEvent: [StrayEvent] extends [never] ? true : StrayEvent = true;
void noStrayEvent;

/** What a business's webhooks may be told of, each with an example of its payload. */
export const outwardEvents = merge("outward") as Together<"outward">;
export type OutwardType = keyof typeof outwardEvents;
export const outwardTypes = Object.keys(outwardEvents).toSorted() as [
  OutwardType,
  ...OutwardType[],
];
/** An example of an event that no room has is a type error here. */
const noStrayExample: [Exclude<OutwardType, EventType>] extends [never] ? true : never = true;
void noStrayExample;

/** Every rate limit and its buckets (api.md, Limits). */
export const limits = merge("limits") as Together<"limits">;
export type LimitName = keyof typeof limits;
type LimitSetting = (typeof limits)[LimitName][number]["setting"];
/** A limit by a setting that is none, or not published, is a type error here: whoever is limited has no rights yet. */
const noStrayLimit: [Exclude<LimitSetting, PublishedSetting>] extends [never] ? true : never = true;
void noStrayLimit;

/**
 * The things that the OpenAPI document's examples speak of. A test builds a world with just these in it and runs
 * every example there (api.md), so an example that no longer works cannot stay.
 */
export const sample = merge("samples") as Together<"samples">;
export type SampleName = keyof typeof sample;
/** What stands for the last parameter of each path, and of those below it. */
export const samplePaths = merge("samplePaths") as Together<"samplePaths">;
type PathSample = (typeof samplePaths)[keyof typeof samplePaths];
/** A path's sample that no room has is a type error here. */
const noStraySample: [Exclude<PathSample, SampleName>] extends [never] ? true : never = true;
void noStraySample;
const values = Object.values(sample);
const same = values.find((value, index) => values.indexOf(value) !== index);
if (same) throw new Error(`Two samples are ${same}.`);

/** Every page of the consoles' navigation, and what the palette leads to besides, by the name of its words. */
export const navigation = merge("navigation") as Together<"navigation">;
export type NavLabel = keyof typeof navigation;
export const shortcuts = merge("shortcuts") as Together<"shortcuts">;
export type ShortcutLabel = keyof typeof shortcuts;
/** The public pages that the foot of the site leads to. */
export const footer = merge("footer") as Together<"footer">;
export type FooterLabel = keyof typeof footer;
type EntryPermission =
  | (typeof navigation)[NavLabel]["permission"]
  | (typeof shortcuts)[ShortcutLabel]["permission"];
/** An entry's permission that no room has is a type error here. */
const noStrayEntry: [Exclude<EntryPermission, Permission>] extends [never] ? true : never = true;
void noStrayEntry;

/** What audit records are about, and every deed that leaves one (checklist 000-151, and what product.md adds). */
export type AuditEntity = Audited<"things">;
export const auditEntities = [
  ...new Set(everyRoom.flatMap(({ audited }) => audited?.things ?? [])),
] as [AuditEntity, ...AuditEntity[]];
export type AuditAction = Audited<"actions">;
export const auditActions = [
  ...new Set(everyRoom.flatMap(({ audited }) => audited?.actions ?? [])),
] as [AuditAction, ...AuditAction[]];

type PersonalOf<R> = R extends { readonly audited: { readonly personal: infer P } }
  ? keyof P
  : never;
type StrayPersonal = Exclude<AnyRoom extends infer R ? PersonalOf<R> : never, AuditEntity>;
/** Personal fields of a thing that no room audits are a type error here. */
const noStrayPersonal: [StrayPersonal] extends [never] ? true : StrayPersonal = true;
void noStrayPersonal;
const personal = everyRoom.flatMap(({ audited }) => Object.entries(audited?.personal ?? {}));
/** The fields of a thing's audited changes that may tell who a person is. */
export const personalFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Map.groupBy(personal, ([thing]) => thing)].map(([thing, of]) => [
    thing,
    new Set(of.flatMap(([, fields]) => fields)),
  ]),
);

/** Everyone who acts without being a person: the worker's jobs and our commands. */
export type JobName = Listed<"jobs">;
export const jobNames = [...new Set(everyRoom.flatMap(({ jobs }) => jobs ?? []))] as JobName[];

type Granted<P> = P extends { readonly Job: readonly (infer J)[] } ? J : never;
/** A permission for a job that no room has is a type error here. */
type StrayGrant = Exclude<Granted<(typeof permissions)[Permission]>, JobName>;
const noStrayGrant: [StrayGrant] extends [never] ? true : StrayGrant = true;
void noStrayGrant;
