import { getTableColumns, gt, inArray } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";

import { audits } from "@/db/schema/audit";
import { bookings } from "@/db/schema/bookings";
import { jobRuns } from "@/db/schema/jobs";
import { outboxEvents } from "@/db/schema/outbox";
import { schedules, slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { newId } from "@/lib/core/ids";
import { jobNames } from "@/lib/jobs/jobs";
import { eventTypes } from "@/lib/words";
import * as rooms from "@/lib/words/rooms";
import { catalogueOf } from "@/lib/words/say";

import { changesOnPage } from "../../support/audit-page";
import { unmarkedWords } from "../../support/marked";
import { whileSwallowing } from "../../support/swallow";
import { makeSlots, testStart } from "../../support/world";
import { readRows } from "../authorization/rows";
import { api, setScene, type Scene } from "../authorization/scene";
import { auditNothing, changeNothing, readTables, unseenDeeds, withoutStep } from "./coverage";
import { readSteps, type Step } from "./step";

const steps = await readSteps();

/** What audits said of changes: the names of fields, and of those whose values are names of ours, each with its field. */
const fields = new Set<string>();
const values = new Map<string, Record<string, string>>();

/** What the API was asked for as the change itself. */
const asked = new Set<string>();
const calls = vi.spyOn(api, "call");

/** Every value of every list that the database keeps, whatever table it is of. */
const enumerated = new Set(
  (await readTables()).flatMap((table) =>
    Object.values(getTableColumns(table)).flatMap(({ enumValues }) => enumValues ?? []),
  ),
);

function note(changes: unknown, under = ""): void {
  if (typeof changes === "string" && enumerated.has(changes) && /^([A-Z][a-z]+)+$/.test(changes)) {
    values.set(`${under} ${changes}`, { [under]: changes });
  }
  if (typeof changes !== "object" || changes === null) return;
  for (const [field, value] of Object.entries(changes)) {
    // Within a thing its id is shown to nobody.
    if (field === "id") continue;
    const isPlace = /^\d+$/.test(field);
    if (!isPlace) for (const part of field.split(".")) fields.add(part);
    note(value, isPlace ? under : field);
  }
}

/** What has been written since the id, in one order: the events' types, and what the audits say. */
async function since(id: string) {
  const events = await api.db.select().from(outboxEvents).where(gt(outboxEvents.id, id));
  const records = await api.db.select().from(audits).where(gt(audits.id, id));
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

/** Takes the step in a scene of its own; answers what it left behind. */
async function take({ before, change }: Step) {
  const scene = await setScene("own");
  await restore(scene);
  const made = (await before?.(scene)) ?? {};
  await new Promise((passed) => setTimeout(passed, 2));
  const mark = newId();
  calls.mockClear();
  await change(scene, made);
  for (const [method, path] of calls.mock.calls) asked.add(`${method} ${path.replace(/\?.*/, "")}`);
  return since(mark);
}

const told = ({ events, audits }: Step) => ({
  events: [...events].toSorted(),
  audits: [...audits].toSorted(),
});

describe("what a change leaves behind, each once", () => {
  it.each(Object.entries(steps))("%s", async (_, step) => {
    expect(await take(step)).toEqual(told(step));
  });
});

describe("what is planted is seen", () => {
  const changes = ["a booking is asked for", "a connector is added", "an operator is closed"];
  const forgotten = [
    ["event", "outbox_events", "events"],
    ["audit", "audits", "audits"],
  ] as const;

  it.each(changes.flatMap((name) => forgotten.map((what) => [name, ...what] as const)))(
    "%s, and its %s is missing",
    async (name, _, table, kind) => {
      const step = steps[name];
      if (!step) throw new Error(name);
      const left = await whileSwallowing(api.db, table, () => take(step));
      expect(left).toEqual({ ...told(step), [kind]: [] });
      expect(left).not.toEqual(told(step));
    },
  );
});

describe("nothing that changes something is in no step", () => {
  it("every event of the rooms' words", () => {
    const seen = new Set<string>(Object.values(steps).flatMap(({ events }) => events));
    expect(eventTypes.filter((type) => !seen.has(type))).toEqual([]);
  });

  it("every deed that a room audits, at the things of that room", () => {
    const seen = Object.values(steps).flatMap(({ audits }) => audits);
    expect(unseenDeeds(rooms, seen)).toEqual(Object.keys(withoutStep).toSorted());
  });

  it("every endpoint but those that read", async () => {
    const wanted = Object.keys(await readRows()).filter((row) => !row.startsWith("GET "));
    const unasked = wanted.filter((row) => {
      const path = row.replace(" ", " /api/v1").replaceAll(/\{\w+\}/g, "[^/]+");
      return ![...asked].some((request) => new RegExp(`^${path}$`).test(request));
    });
    expect(unasked.toSorted()).toEqual(Object.keys(changeNothing).toSorted());
  });

  it("every job", async () => {
    const run = await api.db.selectDistinct({ name: jobRuns.name }).from(jobRuns);
    const unrun = jobNames.filter((name) => !run.some((one) => one.name === name));
    expect(unrun.toSorted()).toEqual(Object.keys(auditNothing).toSorted());
  });

  it("a deed and a thing that no step has are seen where they are planted", () => {
    const door = { audited: { things: ["Door"], actions: ["Open", "Shut"] } } as const;
    const hinges = { audited: { things: [], actions: ["Oil"] } } as const;
    expect(unseenDeeds({ door, hinges }, ["Door Open", "Window Shut", "Door Oil"])).toEqual([
      "Door Shut",
    ]);
    expect(unseenDeeds({ hinges }, ["Door Open"])).toEqual(["Oil"]);
  });
});

it("tells every deed as a sentence, and no deed that nobody does", () => {
  const said = catalogueOf("en").audits.sentences as Readonly<Record<string, object>>;
  const told = Object.entries(said).flatMap(([thing, deeds]) =>
    Object.keys(deeds).map((deed) => `${thing} ${deed}`),
  );
  const done = Object.values(steps)
    .flatMap(({ audits }) => audits)
    .map((audit) => audit.split(" ").slice(0, 2).join(" "));
  const unstepped = Object.keys(withoutStep);
  expect(told.filter((deed) => !unstepped.includes(deed)).toSorted()).toEqual(
    [...new Set(done)].toSorted(),
  );
});

it("has words for every field that a change is recorded of, and every value of ours", () => {
  const { audits: said, settings } = catalogueOf("en");
  const known = { ...said.fields, ...settings.names };
  expect([...fields].filter((field) => !/^\d+$/.test(field) && !(field in known))).toEqual([]);
  // As the page itself words them, in the language in which a word of no catalogue shows.
  const recorded = [...values.keys()];
  expect(recorded).toEqual(expect.arrayContaining(["role EvOwner", "mode Flat", "mode Energy"]));
  expect(recorded).toContain("status OutOfOrder");
  const unmarked = [...values].filter(([, one]) => unmarkedWords(changesOnPage(one)).length > 0);
  expect(unmarked.map(([name]) => name)).toEqual([]);
  expect(unmarkedWords(changesOnPage({ colour: "Energy" }))).toEqual(["colour", "Energy"]);
});
