import type { z } from "zod";

import type { RoleArea } from "@/lib/core/areas";

import type { Grants } from "./grants";
import type { RefusalRow } from "./refusals";
import type { SettingDefinition } from "./setting";

/** What a rate limit counts by, the setting that says how many, and in how many minutes. */
export interface LimitBucket {
  readonly by: "address" | "account" | "caller";
  readonly setting: string;
  readonly minutes: number;
}

/** A page that the navigation or the command palette leads to; its name names its words. */
export interface PageEntry {
  /** That of the page: only who holds it is led there. */
  readonly permission: string;
  /** Below the area's first page, or from `/` on; by its name where nothing is said. */
  readonly path?: string;
  /** The areas that have it, and where among their entries it stands: the smallest first, with room between them. */
  readonly places: Readonly<Partial<Record<RoleArea, number>>>;
}

/** An entry of the navigation, with the name of its icon, as lucide calls it. */
export interface NavigationEntry extends PageEntry {
  readonly icon: string;
}

/** A public page that the foot of every public page leads to; its name names its words. */
export interface FooterEntry {
  /** By its name where nothing is said. */
  readonly path?: string;
  /** Where among the others it stands: the smallest first, with room between them. */
  readonly place: number;
}

/** Everything that a room gives a name to; what it has none of it leaves out. */
export interface RoomWords {
  /** The rooms of its own wing that it asks; those of lower wings need no mention. */
  readonly needs?: readonly string[];
  readonly permissions?: Readonly<Record<string, Grants | "public">>;
  readonly errors?: Readonly<Record<string, RefusalRow>>;
  readonly settings?: Readonly<Record<string, SettingDefinition>>;
  /** The settings that everybody may read, because public pages and answers tell them. */
  readonly published?: readonly string[];
  /** Event type → the schema of its payload: ids and facts, never secrets. */
  readonly events?: Readonly<Record<string, z.ZodObject>>;
  /**
   * The events that a business may be told of by a webhook (it may read what they say), each with the payload that the
   * documents show.
   */
  readonly outward?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /**
   * What its events are about, by the noun that their types begin with: the field of the payload that has the id. Each
   * subscriber hears what happened to one subject in the order in which it happened.
   */
  readonly subjects?: Readonly<Record<string, string>>;
  readonly audited?: {
    readonly things: readonly string[];
    readonly actions: readonly string[];
    /**
     * Thing → the fields of its records' `changes` that may tell who a person is: they are kept apart. `reason` is so
     * where a person gives it, and named here where a job may repeat what a person wrote.
     */
    readonly personal?: Readonly<Record<string, readonly string[]>>;
  };
  readonly limits?: Readonly<Record<string, readonly LimitBucket[]>>;
  /** Things of the one morning that the API's examples speak of, by name: ids, numbers, secrets. */
  readonly samples?: Readonly<Record<string, string>>;
  /** A path that ends with a parameter → the sample that stands for it where an example says nothing else. */
  readonly samplePaths?: Readonly<Record<string, string>>;
  /** Its pages in the consoles' navigation. */
  readonly navigation?: Readonly<Record<string, NavigationEntry>>;
  /** What the command palette leads to besides the navigation. */
  readonly shortcuts?: Readonly<Record<string, PageEntry>>;
  /** Its pages in the foot of the site. */
  readonly footer?: Readonly<Record<string, FooterEntry>>;
  /** Its jobs, and the commands that work without a person, by name: who they are when they act. */
  readonly jobs?: readonly string[];
}

/** The words of a room, with every name kept as a literal, so that the unions made of them are closed. */
export function defineWords<const W extends RoomWords>(words: W): W {
  return words;
}
