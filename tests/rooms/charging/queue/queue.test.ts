import { createHash } from "node:crypto";

import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { maintenanceHolds, slots } from "@/db/schema/schedules";
import { markNoShows, readQr } from "@/lib/charging/bookings";
import { readQueue } from "@/lib/charging/queue";
import { checkIn } from "@/lib/charging/sessions";
import { proposeConnector } from "@/lib/charging/sessions/choose-connector";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { loweredIn } from "@/lib/sites/schedules/find-lowered-capacity";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { makeStation, makeUser, testStart } from "../../../support/world";
import { at, refusal, settingOf } from "../bookings/setting";

const { db } = await testDatabase({ max: 20 });
const s = await settingOf(db);

/** A station of its own, an operator there, and what they see. */
async function makeGate(options: Parameters<typeof s.station>[0] = {}) {
  const stationId = await s.station(options);
  const operator = await s.operatorAt(stationId);
  const read = (as: UserActor = operator) => readQueue(s.as(as), { stationId });
  return { stationId, operator, read };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("approvals", () => {
  it("are what waits to be reviewed, soonest first, and what can be done with it", async () => {
    const { stationId, read } = await makeGate();
    const later = await s.book(await s.owner(), 30, 31, stationId);
    const sooner = await s.book(await s.owner(), 3, 4, stationId);
    const approved = await s.approved(await s.owner(), 2, 3, stationId);
    const { approvals, counts } = await read();
    expect(idsOf(approvals)).toEqual([sooner.id, later.id]);
    expect(approvals[0]).toMatchObject({
      action: "approve",
      waitingSince: sooner.createdAt,
      ownerName: sooner.ownerName,
    });
    expect(approvals[0]?.can).toContain("approve");
    expect(counts).toMatchObject({ approvals: 2, arrivals: 1 });
    expect(idsOf(approvals)).not.toContain(approved.id);
  });
});

describe("arrivals", () => {
  it("are those whose window is open or opens within four hours, to the millisecond", async () => {
    const { stationId, read } = await makeGate();
    // The window opens 15 minutes before the start.
    const { id } = await s.approved(await s.owner(), 5, 6, stationId);
    s.clock.set(at(5, -minutes(15 + 240) - 1));
    expect((await read()).arrivals).toEqual([]);
    s.clock.set(at(5, -minutes(15 + 240)));
    expect(idsOf((await read()).arrivals)).toEqual([id]);
    s.clock.set(at(5, minutes(30)));
    expect(idsOf((await read()).arrivals)).toEqual([id]);
    s.clock.set(at(5, minutes(30) + 1));
    const after = await read();
    expect(after.arrivals).toEqual([]);
    expect(after.exceptions).toMatchObject([{ kind: "CodeExpired", bookingId: id }]);
  });

  it("carry what a code is known by without network, and never code, token or key", async () => {
    const { stationId, read } = await makeGate();
    const owner = await s.owner();
    const { id } = await s.approved(owner, 2, 3, stationId);
    const qr = await readQr(s.as(owner), { id });
    const queue = await read();
    const sha = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(queue.arrivals[0]).toMatchObject({
      tokenSha256: sha(qr.token),
      codeCheck: sha(`${id}:${qr.code}`).slice(0, 8),
      opensAt: qr.opensAt,
      closesAt: qr.expiresAt,
      waitingSince: qr.opensAt,
      action: "checkIn",
    });
    const said = JSON.stringify(queue);
    for (const secret of [qr.token, qr.code, s.as(owner).config.qrKeys[0].secret]) {
      expect(said).not.toContain(secret);
    }
  });

  it("propose the free connector with the lowest number, and none where all are taken", async () => {
    const { stationId, operator, read } = await makeGate({ connectors: 2 });
    const owners = [await s.owner(), await s.owner(), await s.owner()];
    const made = [];
    for (const owner of owners) made.push(await s.approved(owner, 1, 2, stationId));
    s.clock.set(at(1));
    const numbers = async () =>
      (await read()).arrivals.map(({ proposedConnector }) => proposedConnector?.number ?? null);
    expect(await numbers()).toEqual([1, 1, 1]);
    expect((await read()).arrivals[0]?.proposedConnector).toMatchObject({
      standards: ["IEC_62196_T1_COMBO"],
      maxPowerKw: 50,
    });
    for (const [index, expected] of [[2, 2], [null]].entries()) {
      const owner = owners[index];
      const booking = made[index];
      if (!owner || !booking) throw new Error("one for each");
      const { token } = await readQr(s.as(owner), { id: booking.id });
      await checkIn(s.as(operator), { qr: token });
      expect(await numbers()).toEqual(expected);
    }
  });

  it("have a no-show while its window is open; it is an exception all the day", async () => {
    const { stationId, read } = await makeGate();
    const { id } = await s.approved(await s.owner(), 1, 2, stationId);
    s.clock.set(at(1, minutes(20)));
    await markNoShows(s.job("no-show"));
    const open = await read();
    expect(open.arrivals).toMatchObject([{ id, status: "NoShow", action: "checkIn" }]);
    expect(open.exceptions).toMatchObject([
      { kind: "NoShow", bookingId: id, action: "checkIn", since: at(1, minutes(20)).toISOString() },
    ]);
    s.clock.set(at(1, minutes(30) + 1));
    const closed = await read();
    expect(closed.arrivals).toEqual([]);
    expect(closed.exceptions).toMatchObject([{ kind: "NoShow", bookingId: id }]);
    expect(closed.exceptions[0]).not.toHaveProperty("action");
    // The station's day, in New York, ends 16 hours after 08:00.
    s.clock.set(at(16, -1));
    expect((await read()).exceptions).toHaveLength(1);
    s.clock.set(at(16));
    expect((await read()).exceptions).toEqual([]);
  });
});

describe("what is in progress", () => {
  it("is told with what is booked next where no place is to spare, and as overstay when its time is over", async () => {
    const { stationId, operator, read } = await makeGate({ capacity: 1, connectors: 1 });
    const owner = await s.owner();
    const { id } = await s.approved(owner, 1, 2, stationId);
    const next = await s.approved(await s.owner(), 2, 3, stationId);
    s.clock.set(at(1));
    const { token } = await readQr(s.as(owner), { id });
    const session = await checkIn(s.as(operator), { qr: token });
    const during = await read();
    expect(during.inProgress).toMatchObject([
      {
        id: session.id,
        action: "finalize",
        waitingSince: at(1).toISOString(),
        next: { bookingId: next.id, startsAt: at(2).toISOString() },
      },
    ]);
    s.clock.set(at(2));
    expect((await read()).exceptions).toEqual([]);
    s.clock.set(at(2, 1));
    expect((await read()).exceptions).toMatchObject([
      {
        kind: "Overstay",
        sessionId: session.id,
        bookingId: id,
        since: at(2).toISOString(),
        action: "finalize",
        facts: { connectorNumber: 1, next: { bookingId: next.id } },
      },
    ]);
  });
});

describe("exceptions", () => {
  it("tell a conflict, and since when", async () => {
    const { stationId, read } = await makeGate();
    const { id } = await s.approved(await s.owner(), 20, 21, stationId);
    const flag = { conflict: "OverCapacity" as const, conflictAt: at(0, minutes(1)) };
    await db.update(bookings).set(flag).where(eq(bookings.id, id));
    expect((await read()).exceptions).toMatchObject([
      {
        kind: "Conflict",
        bookingId: id,
        since: flag.conflictAt.toISOString(),
        action: "move",
        facts: { reason: "OverCapacity" },
      },
    ]);
  });

  it("tell a day with fewer places than usual: both numbers, why and since when", async () => {
    const { stationId, read } = await makeGate({ connectors: 4, capacity: 4 });
    expect((await read()).exceptions).toEqual([]);
    await db.insert(maintenanceHolds).values({
      id: newId(),
      stationId,
      startsAt: at(2),
      endsAt: at(3),
      connectors: 1,
      reason: "New cable",
      createdAt: testStart,
    });
    const slot = and(eq(slots.stationId, stationId), eq(slots.startsAt, at(2)));
    await db.update(slots).set({ capacity: 3 }).where(slot);
    expect((await read()).exceptions).toMatchObject([
      {
        kind: "CapacityChanged",
        stationId,
        since: at(2).toISOString(),
        facts: {
          usual: 4,
          capacity: 3,
          startsAt: at(2).toISOString(),
          endsAt: at(3).toISOString(),
          causes: ["Hold"],
        },
      },
    ]);
    s.clock.set(at(3));
    expect((await read()).exceptions).toEqual([]);
  });
});

describe("whose it is", () => {
  it("is all of the operator's stations without one, and no other's", async () => {
    const [one, two] = [await makeGate(), await makeGate()];
    const both = await makeUser(db, "Operator", {
      businessId: s.businessId,
      stationIds: [one.stationId, two.stationId],
    });
    const [a, b] = [
      await s.book(await s.owner(), 3, 4, one.stationId),
      await s.book(await s.owner(), 2, 3, two.stationId),
    ];
    expect(idsOf((await readQueue(s.as(both), {})).approvals)).toEqual([b.id, a.id]);
    expect(idsOf((await readQueue(s.as(one.operator), {})).approvals)).toEqual([a.id]);
    const foreign = readQueue(s.as(one.operator), { stationId: two.stationId });
    expect(await refusal(foreign)).toBe("station.not_found");
    const nowhere = await makeUser(db, "Operator", { businessId: s.businessId });
    const empty = { approvals: [], arrivals: [], inProgress: [], exceptions: [] };
    expect(await readQueue(s.as(nowhere), {})).toMatchObject(empty);
    for (const other of [s.office, s.admin, await s.owner()]) {
      expect(await refusal(readQueue(s.as(other), {}))).toBe("request.forbidden");
    }
  });

  it("asks the database as often for many as for few", async () => {
    const { stationId, operator } = await makeGate();
    const count = async () => {
      let asked = 0;
      const counting = new Proxy(db, {
        get: (target, name, receiver) => {
          if (name === "select" || name === "execute") asked += 1;
          return Reflect.get(target, name, receiver) as unknown;
        },
      });
      await readQueue({ ...s.as(operator), db: counting }, { stationId });
      return asked;
    };
    await s.approved(await s.owner(), 1, 2, stationId);
    await s.book(await s.owner(), 1, 2, stationId);
    const few = await count();
    for (const hour of [1, 2, 3, 3]) {
      await s.approved(await s.owner(), hour, hour + 1, stationId);
      await s.book(await s.owner(), hour, hour + 1, stationId);
    }
    expect(await count()).toBe(few);
    expect(few).toBeLessThan(20);
  });
});

describe("rules", () => {
  it("propose one of the booking's own group, of these the wished one", () => {
    const [ccs, chademo] = ["IEC_62196_T2_COMBO", "CHADEMO"];
    const place = (id: string, number: number, busy: boolean, ...standards: string[]) => ({
      id,
      number,
      busy,
      standards,
      powerW: 50_000,
    });
    const places = [
      place("a", 1, false, ccs, chademo),
      place("b", 2, false, ccs),
      place("c", 3, true, ccs),
      place("d", 4, false, chademo),
    ];
    const group = { standards: [ccs], powerW: 50_000 };
    const offer = (wishedConnectorId: string | null, standard?: string, of = places) =>
      proposeConnector(of, {
        wishedConnectorId,
        need: { standards: standard === undefined ? undefined : [standard] },
        group,
        weigh: () => 0,
        early: null,
      })?.id;
    // Of the booking's own group, though another one is wished for: that is counted for others.
    expect(offer("a", ccs)).toBe("b");
    expect(offer("b", ccs, [place("e", 0, false, ccs), ...places])).toBe("b");
    // What is taken, or does not suit, is nobody's wish.
    expect(offer("c", ccs)).toBe("b");
    expect(offer("d", ccs)).toBe("b");
    expect(offer(null)).toBe("b");
    // Else one that suits, with the fewest other plugs.
    expect(offer(null, chademo)).toBe("d");
    expect(offer(null, ccs, places.slice(0, 1))).toBe("a");
    expect(offer(null, ccs, places.slice(2))).toBeUndefined();
  });

  it("find what takes places from a day that is not over, and nothing that begins tomorrow", async () => {
    const { connectorIds } = await makeStation(db, s.businessId, { connectors: 3 });
    const [first = ""] = connectorIds;
    const planned = [1, 15, 17].map((hour) => ({
      startsAt: at(hour),
      endsAt: at(hour + 1),
      capacity: 2,
    }));
    const plan = {
      station: {
        businessId: s.businessId,
        timeZone: "America/New_York",
        status: "Active" as const,
        slotMinutes: 60,
      },
      schedule: { weekly: {}, exceptions: [], capacityOverrides: [] },
      holds: [],
      outages: [],
      places: connectorIds.map((id, at) => ({
        id,
        number: at + 1,
        standards: ["IEC_62196_T2"],
        powerW: 22_000,
      })),
      groupNumbers: new Map(),
    };
    const outage = { connectorId: first, startsAt: at(-30), endsAt: null };
    const override = { date: "2026-06-01", connectors: 2 };
    const hold = { startsAt: at(17), endsAt: at(18), connectors: 1, connectorIds: null };
    // Fewer places without any of these have another reason, such as connectors that came since.
    expect(loweredIn(plan, planned, at(0))).toBeNull();
    expect(loweredIn({ ...plan, holds: [hold] }, planned, at(0))).toBeNull();
    expect(loweredIn({ ...plan, outages: [outage] }, planned, at(0))).toMatchObject({
      usual: 3,
      capacity: 2,
      since: at(-30),
      startsAt: at(1),
      endsAt: at(16),
      causes: ["Outage"],
    });
    const day = { ...plan.schedule, capacityOverrides: [override] };
    expect(loweredIn({ ...plan, schedule: day }, planned, at(0))).toMatchObject({
      since: at(-8),
      causes: ["Override"],
    });
  });
});
