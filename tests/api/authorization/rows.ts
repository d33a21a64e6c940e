import { readdirSync } from "node:fs";

import type { UserActor } from "@/lib/core/actor";
import type { Routes } from "@/lib/http/routes";

import type { Scene } from "./scene";

/** How an endpoint is called for a thing of the scene. */
export interface Call {
  /** The path's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a list: the id of the thing that is in it for those who may see it, and for nobody else. */
  readonly holds?: string;
}

export interface Row {
  /** Makes a thing of the scene, the caller's own where a role is named, and says how the endpoint is called for it. */
  readonly call: (scene: Scene, role?: UserActor["role"]) => Promise<Call> | Call;
  /** What is out of one's reach is hidden; some rules have to say more. */
  readonly outOfReach?: number;
  /** The endpoint concerns nobody's thing but the caller's. */
  readonly ownOnly?: true;
  /** Public, and answers this to a call that is well formed. */
  readonly anyone?: number;
  /** A list: everybody with the permission gets one, and only the things within reach are in it. */
  readonly list?: true;
}

/** Method and path → row. */
export type Rows = Readonly<Record<string, Row>>;

/** A row for each of a resource's endpoints, as its registry lists them: one that is forgotten is a type error. */
export type RowsOf<R extends Routes> = {
  readonly [P in keyof R & string as `${keyof R[P] & string} ${P}`]: Row;
};

/** One row an endpoint, in a file a resource: the walk fails for one without. */
export async function readRows(): Promise<Rows> {
  const files = readdirSync(new URL("rows", import.meta.url)).toSorted();
  const modules = files.map(async (file) => {
    const { href } = new URL(`rows/${file}`, import.meta.url);
    return ((await import(href)) as { rows: Rows }).rows;
  });
  return Object.assign({}, ...(await Promise.all(modules))) as Rows;
}
