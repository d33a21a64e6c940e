import { describe, expect, it } from "vitest";

import type { Stateful, Way } from "@/lib/core/machines";

import { testDatabase } from "../support/database";
import { whileSwallowing } from "../support/swallow";
import { foretell, readBenches, tryOut, type Bench, type Caller, type Outcome } from "./bench";

const { db } = await testDatabase();
const benches = await readBenches(db);

const name = (said: Way<never>["audit"] | Way<never>["event"]) =>
  typeof said === "string" ? [said] : [];

/** What a try must come to, by the table; the status stays where it is refused. */
function expected(
  bench: Bench<Stateful>,
  action: string,
  thing: Stateful,
  caller: Caller,
): Omit<Outcome, "can"> {
  const { status } = thing;
  const told = foretell(bench, action, thing, caller);
  const rows = bench.machine.actions[action] ?? [];
  const repeats = rows.some(({ repeats, to }) => repeats && to === status);
  if ("refused" in told) {
    const { refused } = told;
    const isOwn = refused === bench.machine.refuse(thing, action).code;
    const code = bench.trials[action]?.says?.(refused, caller) ?? refused;
    return { code: repeats && isOwn ? "done" : code, status, audits: [], events: [] };
  }
  const { to, audit, event } = told.way;
  const after = to === null || to === "same" ? status : to;
  return {
    code: "done",
    status: after,
    audits: name(audit).map((one) =>
      [one, ...(to === null ? ["–", "–"] : [status, after])].join(" "),
    ),
    events: name(event),
  };
}

describe.each(benches)("$name", (bench) => {
  const { machine } = bench;

  it("has a thing in each status, and a try of each action", () => {
    expect(bench.things.map(({ status }) => status).toSorted()).toEqual(
      machine.statuses.toSorted(),
    );
    expect(Object.keys(machine.actions)).toEqual(expect.arrayContaining(Object.keys(bench.trials)));
  });

  it.each(Object.keys(bench.trials))(
    "%s: as the table says, by everyone, in every status",
    async (action) => {
      for (const thing of bench.things) {
        for (const caller of bench.callers(thing)) {
          const { can, ...outcome } = await tryOut(db, bench, action, thing, caller);
          const wanted = expected(bench, action, thing, caller);
          // A job does what is due, and says nothing of what is not.
          const isIdle = "job" in Object(caller.holder) && wanted.code !== "done";
          const code = isIdle && outcome.code === "done" ? wanted.code : outcome.code;
          const at = `${caller.name} tries ${action} on what is ${thing.status}`;
          expect({ at, ...outcome, code }).toEqual({ at, ...wanted });
          const changes =
            outcome.audits.length > 0 || "way" in foretell(bench, action, thing, caller);
          if (can) expect({ at, can: can.includes(action) }).toEqual({ at, can: changes });
        }
      }
    },
  );
});

const forgotten = [
  ["event", "outbox_events", "events"],
  ["audit", "audits", "audits"],
] as const;

it.each(benches.flatMap((bench) => forgotten.map((what) => [bench.name, ...what, bench] as const)))(
  "%s: a planted missing %s is seen",
  async (_, _what, table, kind, bench) => {
    const tries = Object.keys(bench.trials).flatMap((action) =>
      bench.things.flatMap((thing) =>
        bench.callers(thing).map((caller) => [action, thing, caller] as const),
      ),
    );
    const telling = tries.find((one) => {
      const wanted = expected(bench, ...one);
      return wanted.audits.length > 0 && wanted.events.length > 0;
    });
    if (!telling) throw new Error(`${bench.name} tells nobody of anything.`);
    const { can: _can, ...outcome } = await whileSwallowing(db, table, () =>
      tryOut(db, bench, ...telling),
    );
    expect(outcome).toEqual({ ...expected(bench, ...telling), [kind]: [] });
    expect(outcome).not.toEqual(expected(bench, ...telling));
  },
);

it("every action of every machine is tried by some bench", () => {
  const tried = new Set(
    benches.flatMap(({ machine, trials }) =>
      Object.keys(trials).map((action) => `${machine.entity} ${action}`),
    ),
  );
  const all = benches.flatMap(({ machine }) =>
    Object.keys(machine.actions).map((action) => `${machine.entity} ${action}`),
  );
  expect([...new Set(all)].filter((action) => !tried.has(action))).toEqual([]);
});

it.each(benches)("$name: what views call actions are those of the machine", (bench) => {
  expect(Object.keys(bench.machine.actions)).toEqual(bench.actions);
});
