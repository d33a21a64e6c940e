import { connectors } from "@/db/schema/stations";
import { stationImages } from "@/db/schema/stations-images";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { makeStation } from "../../../support/world";
import { keepPicture } from "./keep-picture";
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
  await givePicture(db);
}

async function givePicture(db: Db): Promise<void> {
  const { stationId, stationImageId: uploadId } = sample;
  await keepPicture(db, {
    id: uploadId,
    kind: "StationImage",
    claimedEntity: "Station",
    claimedId: stationId,
    visibility: "Public",
  });
  await db.insert(stationImages).values({ stationId, uploadId, position: 0 });
}
