import { readdirSync } from "node:fs";

import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import { requestContext } from "@/lib/process/context";
import { runJob } from "@/lib/jobs/run-job";
import { anonymous } from "@/lib/core/actor";
import type { EventType } from "@/lib/words";

import { hours } from "../../support/test-clock";
import * as inputs from "../authorization/inputs";
import { api, startsAt, type Scene } from "../authorization/scene";

type Method = Parameters<typeof api.call>[0];

/** One change: what goes before it, the change itself, and what it must leave behind, in order. */
export interface Step {
  readonly before?: (scene: Scene) => Promise<Made>;
  readonly change: (scene: Scene, made: Made) => Promise<unknown>;
  readonly events: readonly EventType[];
  readonly audits: readonly string[];
}

/** Of one room: what happens → how, and what it leaves behind. */
export type Steps = Readonly<Record<string, Step>>;

// oxlint-disable-next-line typescript/no-explicit-any -- each step knows what it made
export type Made = Record<string, any>;

export const { reason } = inputs;
const callers = (scene: Scene) => ({ ...scene.callers, EvOwner: scene.owner });

/** Sends a request as the role; throws where it is refused, so that a step that does nothing cannot pass. */
export async function send(
  scene: Scene,
  role: keyof Scene["callers"] | undefined,
  method: Method,
  path: string,
  body?: unknown,
  given: Readonly<Record<string, string>> = {},
) {
  const as = role && callers(scene)[role];
  const key = path === "bookings" && { "Idempotency-Key": crypto.randomUUID() };
  const headers = { ...key, ...given };
  const answer = await api.call(method, `/api/v1/${path}`, { as, body, headers });
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body?.data;
}

export async function job(name: Parameters<typeof runJob>[1]): Promise<void> {
  const { result } = await runJob(await requestContext(anonymous), name);
  if (Object.values(result).every((count) => count === 0)) throw new Error(`${name} did nothing`);
}

export const on = (path: string, body: object = { reason }) => ({
  by:
    (role: keyof Scene["callers"]) =>
    (scene: Scene, { id }: Made) =>
      send(scene, role, "PUT", path.replace("{id}", String(id)), body),
});
export const later = {
  startsAt: new Date(startsAt.getTime() + hours(5)),
  endsAt: new Date(startsAt.getTime() + hours(6)),
};
export const station =
  (path: string) =>
  ({ stationId }: Scene) =>
    `stations/${stationId}/${path}`;
/** Whether the station reviews, without what follows from changing a station. */
export const setApproval = ({ stationId }: Scene, approval: "Auto" | "Manual") =>
  api.db.update(stations).set({ approval }).where(eq(stations.id, stationId));

export const statusOf = (entity: "users" | "operators", verb: string) =>
  on(`${entity}/{id}/${verb}`, { reason });
export const owner = (verb: string) => (role: keyof Scene["callers"]) => (scene: Scene) =>
  send(scene, role, "PUT", `owners/${scene.owner.ownerNic}/${verb}`, { reason });
export const person = () => ({
  name: "Pat Walker",
  email: `${crypto.randomUUID()}@example.test`,
  phone: `+1315${String(1_000_000 + Math.floor(Math.random() * 8_999_999))}`,
});

/** Every room's changes, a file a room, found by their folder. */
export async function readSteps(): Promise<Steps> {
  const files = readdirSync(new URL("steps", import.meta.url)).toSorted();
  const modules = files.map(async (file) => {
    const { href } = new URL(`steps/${file}`, import.meta.url);
    return ((await import(href)) as { steps: Steps }).steps;
  });
  return Object.assign({}, ...(await Promise.all(modules))) as Steps;
}
