import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { placeGroups } from "@/db/schema/schedules";
import { approveBooking, readQr } from "@/lib/charging/bookings";
import { checkIn } from "@/lib/charging/sessions";
import { readAvailability, readFreeRun } from "@/lib/sites/schedules";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { searchStations, updateConnector } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";

import { testDatabase } from "../../../support/database";
import { testStart } from "../../../support/world";
import {
  bookFor,
  ccs,
  chademo,
  closePlace,
  mixedStation,
  type PlaceKind,
  plugsAt,
} from "./mixed-station";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 8 });
const s = await settingOf(db);

beforeEach(() => s.clock.set(testStart));

/** A place at which one of the plugs gives a third of what the other does. */
const uneven: PlaceKind = [[ccs, chademo], 150_000, [150_000, 50_000]];
const asks = async (
  stationId: string,
  hours: readonly [number, number],
  ask: { standard?: string; minPowerKw?: number },
) => refusal(bookFor(s, await s.owner(), stationId, hours, ask));

describe("a place whose plugs do not all give the same", () => {
  it.each([
    ["counted", false],
    ["tried beside a change of what is open", true],
  ])("is sold for what the asked plug gives, %s", async (_how, closes) => {
    const id = await mixedStation(s, [uneven, uneven, uneven]);
    if (closes) {
      await closePlace(s, id, (await plugsAt(s, id))(3), [31, 32]);
      await rebuildSlots(s.job("slots"), [id]);
    }
    const hours = [30, 32] as const;
    expect(await asks(id, hours, { standard: chademo, minPowerKw: 50.001 })).toBe("slot.full");
    expect(await asks(id, hours, { standard: chademo, minPowerKw: 50 })).toBe("done");
    expect(await asks(id, hours, { standard: ccs, minPowerKw: 150 })).toBe("done");
    // Without a plug one of them is enough.
    expect(await asks(id, [30, 31], { minPowerKw: 150 })).toBe("done");
    expect(await asks(id, [30, 31], { minPowerKw: 150.001 })).toBe("slot.full");
    await s.holds();
  });

  it("is another kind than one whose plugs all give the most, and the same in whatever order", async () => {
    const id = await mixedStation(s, [
      uneven,
      [[chademo, ccs], 150_000, [50_000, 150_000]],
      [[ccs, chademo], 150_000],
      [[ccs, chademo], 150_000, [150_000, null]],
    ]);
    const groups = await db
      .select()
      .from(placeGroups)
      .where(eq(placeGroups.stationId, id))
      .orderBy(asc(placeGroups.number));
    expect(groups.map(({ key, plugPowersW }) => [key, plugPowersW])).toEqual([
      [`${chademo}@50000+${ccs}@150000`, [50_000, 150_000]],
      [`${chademo}+${ccs}@150000`, null],
      [`${chademo}@+${ccs}@150000`, [null, 150_000]],
    ]);
    // A power that nobody tells is promised to nobody: there is one place for this car.
    const fast = { standard: chademo, minPowerKw: 100 };
    expect(await asks(id, [30, 31], fast)).toBe("done");
    expect(await asks(id, [30, 31], fast)).toBe("slot.full");
  });

  it("is told so by availability, by the free run and in the finder", async () => {
    const id = await mixedStation(s, [uneven]);
    const ctx = s.as(await s.owner());
    const seen = async (standard: string, minPowerKw: number) => {
      const asked = { standard: [standard], minPowerKw };
      const slots = await readAvailability(ctx, {
        stationId: id,
        from: at(30),
        to: at(31),
        ...asked,
      });
      const run = await readFreeRun(ctx, { stationId: id, startsAt: at(30), most: 1, ...asked });
      const { items } = await searchStations(ctx, {
        ...SearchStations.parse({ standard, minPowerKw: String(minPowerKw) }),
        page: 1,
        limit: 100,
      });
      const card = items.find((one) => one.id === id);
      return [slots[0]?.remaining, run.slots.length, card?.suiting, card?.maxPowerKw];
    };
    expect(await seen(chademo, 100)).toEqual([undefined, 0, undefined, undefined]);
    expect(await seen(chademo, 50)).toEqual([1, 1, 1, 50]);
    expect(await seen(ccs, 150)).toEqual([1, 1, 1, 150]);
  });

  it("is not where a car is let in that needs more, and what was sold is decided anew where it gets less", async () => {
    const id = await mixedStation(s, [uneven, [[chademo], 150_000]]);
    const operator = s.as(await s.operatorAt(id));
    const owner = await s.owner();
    const booking = await bookFor(s, owner, id, [1, 2], { standard: chademo, minPowerKw: 100 });
    await approveBooking(operator, { id: booking.id });
    const other = await bookFor(s, await s.owner(), id, [3, 4], {
      standard: ccs,
      minPowerKw: 150,
    });
    s.clock.set(at(1));
    const { token: qr } = await readQr(s.as(owner), { id: booking.id });
    expect((await checkIn(operator, { qr })).connector).toMatchObject({
      number: 2,
      plugs: [{ standard: chademo, maxPowerKw: 150 }],
    });
    const plug = await plugsAt(s, id);
    const less = [
      { standard: ccs, maxPowerKw: 149 },
      { standard: chademo, maxPowerKw: 150 },
    ];
    await updateConnector(s.as(s.office), { stationId: id, connectorId: plug(1), plugs: less });
    const [row] = await db.select().from(bookings).where(eq(bookings.id, other.id));
    expect(row?.conflict).toBe("OverCapacity");
    await s.holds();
  });
});
