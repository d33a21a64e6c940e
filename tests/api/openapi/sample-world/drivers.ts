import { userPictures } from "@/db/schema/accounts-pictures";
import { favourites, vehicles } from "@/db/schema/drivers";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { sample } from "@/lib/words";

import { keepPicture } from "./keep-picture";
import { stamps } from "./morning";

/** The two cars of the sample's owner, and the station that they marked. */
export async function make(db: Db): Promise<void> {
  const { vehicleId, otherVehicleId, ownerId, stationId } = sample;
  const nissan = { make: "Nissan", model: "Leaf", year: 2024, batteryWh: 40_000 };
  const [userId, standards] = [ownerId, ["CHADEMO", "IEC_62196_T2"]];
  const both = { userId, ...nissan, standards, whPer100Km: 17_000, ...stamps };
  const uploadId = newId();
  await keepPicture(db, {
    id: uploadId,
    kind: "ProfilePicture",
    claimedEntity: "User",
    claimedId: userId,
    visibility: "Private",
  });
  await db.insert(userPictures).values({ userId, uploadId });
  const photoUploadId = newId();
  await keepPicture(db, {
    id: photoUploadId,
    kind: "VehiclePhoto",
    claimedEntity: "Vehicle",
    claimedId: vehicleId,
    visibility: "Private",
  });
  await db.insert(vehicles).values([
    { id: vehicleId, plate: "WP CAB-1234", isDefault: true, photoUploadId, ...both },
    { id: otherVehicleId, plate: "WP CAC-4321", isDefault: false, ...both },
  ]);
  await db
    .insert(favourites)
    .values({ userId, kind: "Station", targetId: stationId, createdAt: stamps.createdAt });
}
