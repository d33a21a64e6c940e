import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { recordAudit } from "@/lib/records/audit/inside";
import { claimUpload, releaseUploads } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";
import { publishEvent } from "@/lib/records/outbox/inside";

import { lockStation } from "./get-station";
import { getManaged, viewOf } from "./read-station";
import { assertRoomForImage, type StationRow } from "./rules";
import type { StationView, UpdateStationImage } from "./schema";
import { findImages, storeImages, type ImageRow } from "./store/images";

type Image = Pick<ImageRow, "id" | "alt">;

/**
 * Gives a picture of `keepStationImage` to its station, as the last of at most 12, for everybody to see. Throws
 * `station.not_found`, `image.too_many`, or `upload.not_claimable` for a file that is not the actor's own.
 */
export async function addStationImage(
  ctx: Context,
  { id, upload, alt = null }: { id: string; upload: KeptUpload; alt?: string | null },
): Promise<StationView> {
  return inTransaction(ctx, async (ctx) => {
    await getManaged(ctx, id);
    const station = await lockStation(ctx, id, "update");
    const had = await findImages(ctx, id);
    assertRoomForImage(had.length);
    await claimUpload(ctx, upload.id, {
      kind: "StationImage",
      entity: "Station",
      entityId: id,
      visibility: "Public",
      field: "file",
    });
    await store(ctx, station, had, [...had, { id: upload.id, alt }]);
    return viewOf(ctx, station);
  });
}

/**
 * Says what is to be seen on a picture of a station, or puts it at another place among the others, 1 being the first;
 * what is not named stays. Throws `station.not_found` or `image.not_found`.
 */
export async function changeStationImage(
  ctx: Context,
  { stationId, imageId, alt, position }: Named & UpdateStationImage,
): Promise<StationView> {
  return withImages(ctx, { stationId, imageId }, async (ctx, station, had, image) => {
    const changed = { ...image, ...(alt !== undefined && { alt: alt || null }) };
    const others = had.filter(({ id }) => id !== image.id);
    const at = position === undefined ? had.indexOf(image) : position - 1;
    await store(ctx, station, had, others.toSpliced(at, 0, changed));
  });
}

/** Takes a picture off a station for good. Throws `station.not_found` or `image.not_found`. */
export async function removeStationImage(ctx: Context, named: Named): Promise<StationView> {
  return withImages(ctx, named, async (ctx, station, had, image) => {
    const left = had.filter(({ id }) => id !== image.id);
    await store(ctx, station, had, left);
    await releaseUploads(ctx, { entity: "Station", entityIds: [station.id], only: [image.id] });
  });
}

/** One picture of one station. */
interface Named {
  readonly stationId: string;
  readonly imageId: string;
}

async function withImages(
  ctx: Context,
  { stationId, imageId }: Named,
  work: (ctx: Context, station: StationRow, had: readonly Image[], image: Image) => Promise<void>,
): Promise<StationView> {
  return inTransaction(ctx, async (ctx) => {
    await getManaged(ctx, stationId);
    const station = await lockStation(ctx, stationId, "update");
    const had = await findImages(ctx, stationId);
    const image = had.find(({ id }) => id === imageId);
    if (!image) throw fail("image.not_found");
    await work(ctx, station, had, image);
    return viewOf(ctx, station);
  });
}

async function store(
  ctx: Context,
  { id, businessId }: StationRow,
  had: readonly Image[],
  wanted: readonly Image[],
): Promise<void> {
  const told = (images: readonly Image[]) => images.map(({ id, alt }) => ({ id, alt }));
  const changes = changesOf({ images: told(had) }, { images: told(wanted) });
  if (Object.keys(changes).length === 0) return;
  await storeImages(ctx, id, wanted);
  const about = { businessId, stationId: id };
  await recordAudit(ctx, {
    entity: "Station",
    entityId: id,
    action: "SetImages",
    changes: { images: [had.length, wanted.length] },
    ...about,
  });
  await publishEvent(ctx, { type: "station.changed", payload: { stationId: id }, ...about });
}
