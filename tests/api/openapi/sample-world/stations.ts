import { createHash } from "node:crypto";

import { uploads } from "@/db/schema/files";
import { connectors } from "@/db/schema/stations";
import { stationImages } from "@/db/schema/stations-images";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { folderStore } from "@/lib/records/files/store/folder";
import { sample } from "@/lib/words";

import { tinyPng } from "../../../support/pictures";
import { makeStation, testConfig } from "../../../support/world";
import { now, stamps } from "./morning";

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

/** The picture is nobody's: who sent it is told of later. */
async function givePicture(db: Db): Promise<void> {
  const { stationId, stationImageId: uploadId } = sample;
  const key = newId();
  await folderStore(testConfig.uploadsDir).put(key, tinyPng);
  await db.insert(uploads).values({
    id: uploadId,
    key,
    kind: "StationImage",
    status: "Claimed",
    mediaType: "image/png",
    bytes: tinyPng.length,
    sha256: createHash("sha256").update(tinyPng).digest("hex"),
    claimedEntity: "Station",
    claimedId: stationId,
    visibility: "Public",
    createdAt: now,
  });
  await db.insert(stationImages).values({ stationId, uploadId, position: 0 });
}
