import { bookings } from "@/db/schema/bookings";
import type { Db } from "@/lib/core/context";
import { newId, plainCode } from "@/lib/core/ids";

import { energyTariff, makeStation, testStart } from "./world";

/** Makes the owner one whom the business serves: a booking at a station of its own, canceled since. */
export async function bookedBefore(db: Db, businessId: string, ownerId: string): Promise<void> {
  const { id: stationId } = await makeStation(db, businessId);
  const day = 86_400_000;
  await db.insert(bookings).values({
    id: newId(),
    number: `BK-${plainCode(8)}`,
    stationId,
    businessId,
    ownerId,
    startsAt: new Date(testStart.getTime() - day),
    endsAt: new Date(testStart.getTime() - day + 3_600_000),
    status: "CanceledByOwner",
    tariff: energyTariff,
    estimateMinor: 653,
    createdAt: testStart,
    updatedAt: testStart,
  });
}
