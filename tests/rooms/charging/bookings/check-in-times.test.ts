import { expect, it } from "vitest";

import { cancelBooking, readCheckInTimes } from "@/lib/charging/bookings";

import { testDatabase } from "../../../support/database";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);

it("says from when to when a booking is checked in, and nothing of one without a code", async () => {
  const owner = await s.owner();
  const [coming, waiting, canceled] = [
    await s.approved(owner, 30),
    await s.book(owner, 32),
    await s.approved(owner, 34),
  ];
  await cancelBooking(s.as(owner), { id: canceled.id, chargeFee: false });
  const ids = [coming.id, waiting.id, canceled.id];
  const times = await readCheckInTimes(s.as(s.operator), ids);
  const minute = 60_000;
  expect([...times]).toEqual([
    [
      coming.id,
      {
        opensAt: at(30, -15 * minute).toISOString(),
        closesAt: at(30, 30 * minute).toISOString(),
      },
    ],
  ]);
});

it("tells it to nobody who may not read the booking", async () => {
  const { id } = await s.approved(await s.owner(), 40);
  const elsewhere = await s.operatorAt(await s.station());
  expect(await refusal(readCheckInTimes(s.as(elsewhere), [id]))).toBe("booking.not_found");
});
