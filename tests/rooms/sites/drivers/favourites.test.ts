import { describe, expect, it } from "vitest";

import { favourites } from "@/db/schema/drivers";
import { newId } from "@/lib/core/ids";
import { readFavourites, removeFavourite, setFavourite } from "@/lib/sites/drivers";
import { readConnectorsNow } from "@/lib/sites/schedules";
import { checkIn } from "@/lib/charging/sessions";
import { readQr } from "@/lib/charging/bookings";

import { testDatabase } from "../../../support/database";
import { at, refusal, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);

describe("a favourite", () => {
  it("is marked once, listed as marked last, and taken out again", async () => {
    const as = s.as(await s.owner());
    const [one, other] = [await s.station(), await s.station()];
    for (const stationId of [one, other, one]) {
      s.clock.advance(1_000);
      await setFavourite(as, { stationId });
    }
    const ids = async () => (await readFavourites(as, {})).map(({ id }) => id);
    expect(await ids()).toEqual([other, one]);
    await removeFavourite(as, { stationId: other });
    await removeFavourite(as, { stationId: other });
    expect(await ids()).toEqual([one]);
    // Nobody else's list has it.
    expect(await readFavourites(s.as(await s.owner()), {})).toEqual([]);
  });

  it("is a station that there is, of a driver", async () => {
    const as = s.as(await s.owner());
    expect(await refusal(setFavourite(as, { stationId: newId() }))).toBe("station.not_found");
    const { stationId } = s;
    expect(await refusal(setFavourite(s.as(s.operator), { stationId }))).toBe("request.forbidden");
  });

  it("is one of two hundred at most", async () => {
    const owner = await s.owner();
    const { userId } = owner;
    const others = Array.from({ length: 199 }, () => newId());
    const row = { userId, kind: "Kiosk", createdAt: s.clock.now() } as const;
    await db.insert(favourites).values(others.map((targetId) => ({ ...row, targetId })));
    const { stationId } = s;
    await setFavourite(s.as(owner), { stationId });
    await setFavourite(s.as(owner), { stationId });
    const more = setFavourite(s.as(owner), { stationId: await s.station() });
    expect(await refusal(more)).toBe("favourite.too_many");
  });

  it("tells how far it is, the nearest first, and where a place is free now", async () => {
    const owner = await s.owner();
    const as = s.as(owner);
    const near = await s.station({ connectors: 2, latitude: 40.7, longitude: -74 });
    const far = await s.station({ connectors: 1, latitude: 40.8, longitude: -74 });
    for (const stationId of [near, far]) await setFavourite(as, { stationId });
    const told = async () =>
      (await readFavourites(as, { near: { lat: 40.71, lng: -74 } })).map((one) => [
        one.id,
        one.distanceM,
        one.freePlaces,
      ]);
    const free = async (id: string) =>
      (await readConnectorsNow(as, { id })).connectors.filter(({ busy, usable }) => usable && !busy)
        .length;
    s.clock.set(at(1));
    expect(await told()).toEqual([
      [near, 1_113, 2],
      [far, 10_019, 1],
    ]);
    s.clock.set(at(0));
    const booking = await s.approved(owner, 1, 2, near);
    s.clock.set(at(1));
    const { token } = await readQr(as, { id: booking.id });
    await checkIn(s.as(await s.operatorAt(near)), { qr: token });
    expect((await told()).map(([, , places]) => places)).toEqual([1, 1]);
    expect([await free(near), await free(far)]).toEqual([1, 1]);
    expect(await readFavourites(as, {})).toMatchObject([{ distanceM: null }, { distanceM: null }]);
  });
});
