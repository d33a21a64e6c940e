import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";

import { uploads } from "@/db/schema/files";
import { sessionPhotos } from "@/db/schema/sessions";
import { createBooking, readQr } from "@/lib/charging/bookings";
import { addPhoto, checkIn, keepPhoto, movePhotos, readPhoto } from "@/lib/charging/sessions";
import type { Actor } from "@/lib/core/actor";
import { inTransaction } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { noise, phonePhoto, tinyPng } from "../../../support/pictures";
import { hours } from "../../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

const { db } = await testDatabase({ max: 20 });
const clock = fileClock(testStart);
const uploadsDir = mkdtempSync(join(tmpdir(), "baybook-photos-"));
afterAll(() => rmSync(uploadsDir, { recursive: true }));
const as = (actor: Actor, folder = uploadsDir) =>
  makeContext({ db, actor, clock, config: { ...testConfig, uploadsDir: folder } });

const { id: businessId } = await makeBusiness(db);
const station = await makeStation(db, businessId, { approval: "Auto", connectors: 8 });
const startsAt = new Date(testStart.getTime() + hours(4));
await makeSlots(db, station.id, startsAt, 1, { capacity: 8 });
const operator = await makeUser(db, "Operator", { businessId, stationIds: [station.id] });

/** A car that charges. */
async function charge() {
  clock.set(testStart);
  const owner = await makeUser(db, "EvOwner");
  const endsAt = new Date(startsAt.getTime() + hours(1));
  const booking = await createBooking(as(owner), { stationId: station.id, startsAt, endsAt });
  const { token } = await readQr(as(owner), { id: booking.id });
  clock.set(startsAt);
  return { owner, ...(await checkIn(as(operator), { qr: token })) };
}

async function add(id: string, bytes: Uint8Array = tinyPng) {
  const upload = await keepPhoto(as(operator), { id, bytes });
  return addPhoto(as(operator), { id, upload });
}

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

const filesOf = () =>
  readdirSync(uploadsDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());

describe("a photo of a session", () => {
  it("is made anew, is one of ten at most, also at once, and is read by who reads the session", async () => {
    const { id, owner } = await charge();
    for (const bytes of [Buffer.from("<svg/>"), tinyPng.subarray(0, 8)]) {
      expect(await refusal(add(id, bytes))).toBe("photo.invalid");
    }
    const photo = await add(id, await phonePhoto(300, 200));
    expect(photo).toMatchObject({ sessionId: id, contentType: "image/jpeg" });
    const read = { id, photoId: photo.id };
    for (const actor of [owner, operator]) {
      const { content } = await readPhoto(as(actor), read);
      expect(content.length).toBe(photo.size);
      expect(await sharp(content).metadata()).toMatchObject({ width: 200, height: 300 });
    }
    const stranger = await makeUser(db, "EvOwner");
    expect(await refusal(readPhoto(as(stranger), read))).toBe("session.not_found");
    for (let more = 0; more < 8; more += 1) await add(id);
    const last = await Promise.all(Array.from({ length: 3 }, () => refusal(add(id))));
    expect(last.toSorted()).toEqual(["done", "photo.too_many", "photo.too_many"]);
  });

  it("leaves nothing when its transaction is rolled back, but an unclaimed file", async () => {
    const { id } = await charge();
    const upload = await keepPhoto(as(operator), { id, bytes: tinyPng });
    const rolled = inTransaction(as(operator), async (ctx) => {
      await addPhoto(ctx, { id, upload });
      throw new Error("rolled back");
    });
    await expect(rolled).rejects.toThrow("rolled back");
    const [row] = await db.select().from(uploads).where(eq(uploads.id, upload.id));
    expect(row?.status).toBe("Unclaimed");
    expect(await addPhoto(as(operator), { id, upload })).toMatchObject({ sessionId: id });
  });
});

describe("photos of before", () => {
  /** As a release before kept it: its bytes in the table. */
  async function keepInTable(sessionId: string, content: Buffer, contentType = "image/jpeg") {
    const id = newId();
    const size = content.length;
    await db
      .insert(sessionPhotos)
      .values({ id, sessionId, content, contentType, size, createdAt: testStart });
    return { id: sessionId, photoId: id };
  }
  const mover = (folder?: string) => as(jobActor("photo-move"), folder);

  it("are read before and after they move, made anew, and none is lost", async () => {
    const { id, owner } = await charge();
    const photo = await keepInTable(id, await phonePhoto(400, 300));
    // The release before believed eight bytes.
    const broken = await keepInTable(id, tinyPng.subarray(0, 8), "image/png");
    const before = await readPhoto(as(owner), photo);
    expect(before.headers["Content-Security-Policy"]).toContain("sandbox");
    expect(Buffer.from(before.content).includes("PlantedMaker")).toBe(true);
    expect(await movePhotos(mover())).toEqual({ photos: 2 });
    const after = await readPhoto(as(owner), photo);
    expect(Buffer.from(after.content).includes("PlantedMaker")).toBe(false);
    expect(await sharp(after.content).metadata()).toMatchObject({ width: 300, height: 400 });
    const kept = await readPhoto(as(owner), broken);
    expect(kept.contentType).toBe("image/png");
    expect(Buffer.from(kept.content).equals(tinyPng.subarray(0, 8))).toBe(true);
    expect(await movePhotos(mover())).toEqual({ photos: 0 });
  });

  it("stay where they are when the store fails, and move with the next run", async () => {
    const { id, owner } = await charge();
    const photo = await keepInTable(id, await noise(60, 40).jpeg().toBuffer());
    const file = join(uploadsDir, "a-file");
    writeFileSync(file, "");
    await expect(movePhotos(mover(file))).rejects.toThrow("ENOTDIR");
    expect((await readPhoto(as(owner), photo)).content.length).toBeGreaterThan(0);
    expect(await movePhotos(mover())).toEqual({ photos: 1 });
    expect((await readPhoto(as(owner), photo)).contentType).toBe("image/jpeg");
  });

  it("move once, whoever moves them", async () => {
    const { id, owner } = await charge();
    const bytes = await noise(60, 40).jpeg().toBuffer();
    const photos = await Promise.all(Array.from({ length: 6 }, () => keepInTable(id, bytes)));
    const files = filesOf().length;
    const runs = await Promise.all([movePhotos(mover()), movePhotos(mover())]);
    expect(runs.reduce((sum, run) => sum + run.photos, 0)).toBe(6);
    for (const photo of photos) expect((await readPhoto(as(owner), photo)).headers).toBeDefined();
    expect(filesOf().length - files).toBeGreaterThanOrEqual(12);
    const rows = await db.select().from(sessionPhotos).where(eq(sessionPhotos.sessionId, id));
    expect(new Set(rows.map(({ uploadId }) => uploadId)).size).toBe(6);
    expect(rows.filter(({ content }) => content !== null)).toEqual([]);
  });

  it("have their bytes in one place, never in none or two", async () => {
    const { id } = await charge();
    const photo = { id: newId(), sessionId: id, contentType: "image/png", size: 1 };
    const none = db.insert(sessionPhotos).values({ ...photo, createdAt: testStart });
    await expect(none).rejects.toMatchObject({
      cause: { constraint_name: "session_photos_content_check" },
    });
  });
});
