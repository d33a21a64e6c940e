import { describe, expect, it } from "vitest";

import { markNoShows, modifyBooking, readBooking, runLate } from "@/lib/charging/bookings";
import { readQueue } from "@/lib/charging/queue";
import { deactivateOwner } from "@/lib/people/accounts";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { wait } from "../waiting/lines";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const late = (owner: Parameters<typeof s.as>[0], id: string) => runLate(s.as(owner), { id });

/** An approved booking of an owner, at the hour. */
async function approved(hour: number) {
  s.clock.set(at(0));
  const owner = await s.owner();
  const stationId = await s.station({ capacity: 1 });
  const { id } = await s.approved(owner, hour, hour + 1, stationId);
  return { owner, id, stationId };
}

describe("who is late says so", () => {
  it("once, from an hour before the start to the millisecond, and is waited for until half past", async () => {
    const { owner, id, stationId } = await approved(5);
    s.clock.set(at(4, -1));
    expect(await refusal(late(owner, id))).toBe("booking.late_too_early");
    expect((await readBooking(s.as(owner), { id })).can).not.toContain("late");
    s.clock.set(at(4));
    expect((await readBooking(s.as(owner), { id })).can).toContain("late");
    const said = await late(owner, id);
    expect(said).toMatchObject({ status: "Approved", lateUntil: at(5.5).toISOString() });
    expect(said.can).not.toContain("late");
    expect(await refusal(late(owner, id))).toBe("booking.late_already");
    expect(await s.events(id)).toContain("booking.late");

    const { exceptions } = await readQueue(s.as(await s.operatorAt(stationId)), { stationId });
    expect(exceptions).toMatchObject([
      { kind: "RunningLate", bookingId: id, facts: { lateUntil: at(5.5).toISOString() } },
    ]);
    // Others are no-shows by now.
    s.clock.set(at(5, minutes(30) - 1));
    await markNoShows(s.job("no-show"));
    expect(await s.status(id)).toBe("Approved");
    s.clock.set(at(5, minutes(30)));
    await markNoShows(s.job("no-show"));
    expect(await s.status(id)).toBe("NoShow");
    await s.holds();
  });

  it("until the no-show, and not after it", async () => {
    const { owner, id } = await approved(5);
    s.clock.set(at(5, minutes(15) - 1));
    await markNoShows(s.job("no-show"));
    expect(await refusal(late(owner, id))).toBe("done");
    const other = await approved(6);
    s.clock.set(at(6, minutes(15)));
    await markNoShows(s.job("no-show"));
    expect(await refusal(late(other.owner, other.id))).toBe("booking.status");
  });

  it("not where somebody waits for the place, nor of another's booking, nor while deactivated", async () => {
    const { owner, id, stationId } = await approved(5);
    await wait(s, await s.owner(), [5, 6], { stationId });
    s.clock.set(at(4.5));
    expect(await refusal(late(owner, id))).toBe("booking.late_awaited");
    expect(await refusal(late(await s.owner(), id))).toBe("booking.not_found");
    expect(await refusal(late(s.operator, id))).toBe("request.forbidden");
    const other = await approved(5);
    await deactivateOwner(s.as(other.owner), { nic: String(other.owner.ownerNic), reason: "Away" });
    s.clock.set(at(4.5));
    expect(await refusal(late({ ...other.owner, status: "Deactivated" }, other.id))).toBe(
      "owner.deactivated",
    );
  });

  it("and a booking that is moved is in time again", async () => {
    await s.set("changeCutoffMinutes", 0);
    s.clock.set(at(0));
    const owner = await s.owner();
    const { id } = await s.approved(owner, 5);
    s.clock.set(at(4.5));
    await late(owner, id);
    const moved = await modifyBooking(s.as(owner), { id, startsAt: at(8), endsAt: at(9) });
    expect(moved.lateUntil).toBeNull();
  });
});
