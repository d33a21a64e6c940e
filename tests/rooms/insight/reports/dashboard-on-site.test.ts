import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { markNoShows, readQr } from "@/lib/charging/bookings";
import { readQueue } from "@/lib/charging/queue";
import { checkIn } from "@/lib/charging/sessions";
import { readDashboard } from "@/lib/insight/reports";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { makeUser } from "../../../support/world";
import { at, settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);

it("tells an operator the numbers of their queue, whatever the hour", async () => {
  const stationIds = [await s.station(), await s.station()];
  const [one, two] = stationIds;
  const operator = await makeUser(db, "Operator", { businessId: s.businessId, stationIds });
  // Comes, is missed, is seen in the next days, charges past its time, and does not fit.
  await s.approved(await s.owner(), 6, 7, one);
  await s.approved(await s.owner(), 1, 2, two);
  await s.book(await s.owner(), 40, 41, one);
  await s.book(await s.owner(), 9, 10, two);
  const owner = await s.owner();
  const charging = await s.approved(owner, 1, 2, one);
  const unfit = await s.approved(await s.owner(), 50, 51, two);
  const flag = { conflict: "OverCapacity" as const, conflictAt: at(0) };
  await db.update(bookings).set(flag).where(eq(bookings.id, unfit.id));
  s.clock.set(at(1));
  const { token } = await readQr(s.as(owner), { id: charging.id });
  await checkIn(s.as(operator), { qr: token });
  await s.approved(await s.owner(), 5, 6, s.stationId);

  const said: string[] = [];
  for (const hour of [at(1), at(1, minutes(20)), at(2, 1), at(5), at(16)]) {
    s.clock.set(hour);
    await markNoShows(s.job("no-show"));
    const { counts, exceptions } = await readQueue(s.as(operator), {});
    expect(await readDashboard(s.as(operator)), hour.toISOString()).toEqual({
      role: "Operator",
      stations: 2,
      ...counts,
    });
    said.push(exceptions.map(({ kind }) => kind).join(" "));
  }
  // So none of the numbers is right because nothing happened.
  expect(said).toEqual(["Conflict", "NoShow", "NoShow Overstay", "NoShow Overstay", "Overstay"]);
});
