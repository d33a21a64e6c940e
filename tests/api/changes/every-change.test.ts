import { asc, getTableColumns, gt, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { outboxEvents } from "@/db/schema/outbox";
import { schedules, slots } from "@/db/schema/schedules";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import { tariffs } from "@/db/schema/tariffs";
import { newId } from "@/lib/core/ids";
import { eventTypes, type EventType } from "@/lib/words";
import { catalogueOf } from "@/lib/words/say";

import { makeSlots, testStart } from "../../support/world";
import { api, setScene, type Scene } from "../authorization/scene";
import { readSteps } from "./step";

const steps = await readSteps();

/** Told by tests of their own, or of things that no step makes. */
const elsewhere: readonly EventType[] = ["booking.conflict_settled", "user.password_changed"];

/** What audits said of changes: the names of fields, and values that are names of ours. */
const fields = new Set<string>();
const values = new Set<string>();

/** Every value of every list that the database keeps. */
const enumerated = new Set(
  [users, sessions, stations, tariffs, bookings].flatMap((table) =>
    Object.values(getTableColumns(table)).flatMap(({ enumValues }) => enumValues ?? []),
  ),
);

function note(changes: unknown): void {
  if (typeof changes === "string" && /^([A-Z][a-z]+)+$/.test(changes)) values.add(changes);
  if (typeof changes !== "object" || changes === null) return;
  for (const [field, value] of Object.entries(changes)) {
    if (!/^\d+$/.test(field)) for (const part of field.split(".")) fields.add(part);
    note(value);
  }
}

/** What has been written since the id, in one order: the events' types, and what the audits say. */
async function since(id: string) {
  const events = await api.db
    .select()
    .from(outboxEvents)
    .where(gt(outboxEvents.id, id))
    .orderBy(asc(outboxEvents.id));
  const records = await api.db
    .select()
    .from(audits)
    .where(gt(audits.id, id))
    .orderBy(asc(audits.id));
  for (const { changes } of records) note(changes);
  return {
    events: events.map(({ type }) => type).toSorted(),
    audits: records
      .map(({ entity, action, from, to }) => [entity, action, from, to && "→", to])
      .map((parts) => parts.filter(Boolean).join(" "))
      .toSorted(),
  };
}

/** The station is Active, reviews, has its slots and nobody's bookings to come, as every step finds it. */
async function restore({ stationId }: Scene) {
  await api.db
    .update(bookings)
    .set({ status: "CanceledByOwner", conflict: null, conflictAt: null })
    .where(inArray(bookings.status, ["Pending", "Approved", "InProgress"]));
  await api.db.update(stations).set({ approval: "Manual", status: "Active" });
  await api.db.delete(schedules);
  await api.db.delete(slots);
  await makeSlots(api.db, stationId, testStart, 60, { capacity: 1000 });
}

describe("what a change leaves behind, each once", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await setScene("own");
    await restore(scene);
  });

  it.each(Object.keys(steps))("%s", async (name) => {
    const step = steps[name];
    if (!step) throw new Error(name);
    const made = (await step.before?.(scene)) ?? {};
    await new Promise((done) => setTimeout(done, 2));
    const mark = newId();
    await step.change(scene, made);
    expect(await since(mark)).toEqual({
      events: [...step.events].toSorted(),
      audits: [...step.audits].toSorted(),
    });
  });
});

it("names every event that there is", () => {
  const told = new Set<string>(Object.values(steps).flatMap(({ events }) => events));
  expect(eventTypes.filter((type) => !told.has(type) && !elsewhere.includes(type))).toEqual([]);
});

it("has words for every field that a change is recorded of, and every value of ours", () => {
  const { audits: said, settings } = catalogueOf("en");
  const known = { ...said.fields, ...settings.names };
  expect([...fields].filter((field) => !/^\d+$/.test(field) && !(field in known))).toEqual([]);
  const shown = { ...said.states, ...said.values };
  const ours = [...values].filter((value) => enumerated.has(value));
  expect(ours).toContain("EvOwner");
  expect(ours.filter((value) => !(value in shown))).toEqual([]);
});
