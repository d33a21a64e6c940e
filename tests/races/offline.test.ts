import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { offlineRefusals } from "@/db/schema/queue";
import { receipts, sessionPauses, sessions } from "@/db/schema/sessions";
import { approveBooking, cancelBooking } from "@/lib/charging/bookings";
import { keepRefusal } from "@/lib/charging/queue";
import { checkIn, finalizeSession, updateSession } from "@/lib/charging/sessions";
import type { UserActor } from "@/lib/core/actor";
import { isAppError } from "@/lib/core/errors";

import { at, refusal, settingOf } from "../rooms/charging/bookings/setting";
import { testDatabase } from "../support/database";
import { minutes } from "../support/test-clock";

const { db } = await testDatabase({ max: 40 });
const s = await settingOf(db);

/** A gate with two operators, and an approved booking at the hour with its code. */
async function gateAt(hour: number) {
  const station = await s.station();
  const [one, two] = [await s.operatorAt(station), await s.operatorAt(station)];
  const { id } = await s.book(await s.owner(), hour, hour + 1, station);
  const qr = (await approveBooking(s.as(one), { id })).qr?.token ?? "";
  return { station, one, two, id, qr };
}

const sessionsOf = (bookingId: string) =>
  db.select().from(sessions).where(eq(sessions.bookingId, bookingId));

describe.each([1, 2, 3])("round %i", (round) => {
  const hour = 10 + round;

  it("two operators at one code, online both or one without network: one session, the other hears who", async () => {
    for (const scannedAt of [undefined, at(hour, minutes(2))]) {
      const { one, two, id, qr } = await gateAt(hour);
      s.clock.set(at(hour, minutes(20)));
      const tries: [UserActor, Date | undefined][] = [
        [one, undefined],
        [two, scannedAt],
        [one, undefined],
        [two, scannedAt],
      ];
      const answers = await Promise.allSettled(
        tries.map(([who, scanned]) => checkIn(s.as(who), { qr, scannedAt: scanned })),
      );
      s.clock.set(at(0));
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [session, ...others] = await sessionsOf(id);
      expect(others).toEqual([]);
      const by = session?.checkedInBy === one.userId ? one.name : two.name;
      for (const answer of answers) {
        if (answer.status === "fulfilled") continue;
        expect(answer.reason).toMatchObject({
          code: "qr.already_used",
          details: { by, usedAt: session?.startedAt },
        });
      }
      await s.holds();
    }
  });

  it("many phones finalize one session, each at its own instant: one result, one receipt", async () => {
    const { one, two, id, qr } = await gateAt(hour);
    s.clock.set(at(hour));
    await checkIn(s.as(one), { qr });
    s.clock.set(at(hour, minutes(90)));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        finalizeSession(s.as(index % 2 ? one : two), {
          bookingId: id,
          at: at(hour, minutes(20 + index)),
        }),
      ),
    );
    s.clock.set(at(0));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [session] = await sessionsOf(id);
    expect(answers[0]?.endedAt).toBe(session?.endedAt?.toISOString());
    const issued = await db
      .select()
      .from(receipts)
      .where(eq(receipts.sessionId, session?.id ?? ""));
    expect(issued).toHaveLength(1);
    await s.holds();
  });

  it("pauses, an abort and a finalize at once: it ends once, and after all that stands", async () => {
    const { one, two, id: bookingId, qr } = await gateAt(hour);
    s.clock.set(at(hour));
    const { id } = await checkIn(s.as(one), { qr });
    s.clock.set(at(hour, minutes(50)));
    const told = (minute: number) => at(hour, minutes(minute));
    const answers = await Promise.all(
      [
        updateSession(s.as(one), { id, paused: true, at: told(10) }),
        updateSession(s.as(two), { id, paused: false, at: told(20) }),
        updateSession(s.as(two), { id, paused: true }),
        finalizeSession(s.as(two), { bookingId, at: told(30) }),
        cancelBooking(s.as(one), {
          id: bookingId,
          reason: "Smoke",
          chargeFee: false,
          at: told(15),
        }),
        finalizeSession(s.as(one), { bookingId }),
      ].map(refusal),
    );
    s.clock.set(at(0));
    const [session] = await sessionsOf(bookingId);
    const ended = session?.endedAt ?? at(0);
    expect(["Completed", "Aborted"]).toContain(session?.status);
    const pauses = await db.select().from(sessionPauses).where(eq(sessionPauses.sessionId, id));
    for (const { pausedAt, resumedAt } of pauses) {
      expect(resumedAt).not.toBeNull();
      expect(Number(resumedAt)).toBeGreaterThanOrEqual(Number(pausedAt));
      expect(Number(ended)).toBeGreaterThanOrEqual(Number(resumedAt));
    }
    expect(answers).toContain("done");
    await s.holds();
  });

  it("a refused act that is told many times at once is kept once", async () => {
    const { one, two, id, qr } = await gateAt(hour);
    s.clock.set(at(hour, minutes(20)));
    await checkIn(s.as(two), { qr });
    const scannedAt = at(hour, minutes(2));
    const key = crypto.randomUUID();
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const error = await checkIn(s.as(one), { qr, scannedAt }).catch((caught) => caught);
        if (!isAppError(error)) throw new Error("It was not refused.");
        const act = { act: "CheckIn", at: scannedAt, key, of: { qr }, told: {} } as const;
        await keepRefusal(s.as(one), act, error);
      }),
    );
    s.clock.set(at(0));
    const kept = await db.select().from(offlineRefusals).where(eq(offlineRefusals.bookingId, id));
    expect(kept).toHaveLength(1);
    expect(await s.audits(kept[0]?.id ?? "")).toHaveLength(1);
  });
});
