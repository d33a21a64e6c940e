import { connectors } from "@/db/schema/stations";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { makeStation } from "../../../support/world";
import { stamps } from "./morning";

/** A station of four connectors, and one without bookings. */
export async function make(db: Db): Promise<void> {
  await makeStation(db, sample.businessId, {
    id: sample.stationId,
    name: "Albany Market",
    connectors: 3,
  });
  await makeStation(db, sample.businessId, { id: sample.idleStationId, name: "Albany Depot" });
  const { stationId } = sample;
  await db.insert(connectors).values({
    id: sample.connectorId,
    stationId,
    number: 4,
    standards: ["IEC_62196_T1_COMBO"],
    maxPowerW: 50_000,
    ...stamps,
  });
}
