import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { uploads } from "@/db/schema/files";
import { stations } from "@/db/schema/stations";
import { anonymous, type UserActor } from "@/lib/core/actor";
import {
  addStationImage,
  changeStationImage,
  keepStationImage,
  readStation,
  readStationImage,
  removeStationImage,
  searchStations,
} from "@/lib/sites/stations";
import { mostImages, SearchStations, UpdateStationImage } from "@/lib/sites/stations/schema";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { phonePhoto, tinyPng } from "../../../support/pictures";
import { makeBusiness, makeStation, makeUser } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";
import { settingOf } from "../schedules/setting";

const { db } = await testDatabase();
const { as } = settingOf(db);
const { id: businessId } = await makeBusiness(db);
const office = await makeUser(db, "Backoffice", { businessId });
const station = async () => (await makeStation(db, businessId)).id;

const add = async (id: string, { by = office, alt }: { by?: UserActor; alt?: string } = {}) =>
  addStationImage(as(by), {
    id,
    upload: await keepStationImage(as(by), { id, bytes: tinyPng }),
    ...(alt !== undefined && { alt }),
  });
const shown = async (id: string) => (await readStation(as(anonymous), id)).images;
/** The picture that lists show of it. */
const onCard = async (id: string) => {
  const asked = { ...SearchStations.parse({ mine: "true" }), page: 1, limit: 100 };
  const { items } = await searchStations(as(office), asked);
  return items.find((one) => one.id === id)?.imageId;
};
const change = (stationId: string, imageId: string, said: object) =>
  changeStationImage(as(office), { stationId, imageId, ...UpdateStationImage.parse(said) });
const statusOf = async (id: string) =>
  (await db.select().from(uploads).where(eq(uploads.id, id)))[0]?.status;

describe("a station's pictures", () => {
  it("are seen by everybody, made anew, in the order in which they came", async () => {
    const id = await station();
    const bytes = await phonePhoto(800, 600);
    const upload = await keepStationImage(as(office), { id, bytes, filename: "front.jpg" });
    await addStationImage(as(office), { id, upload, alt: "The entrance" });
    await add(id);
    const [first, second] = await shown(id);
    // Taken lying on its side, and kept upright.
    expect(first).toMatchObject({ id: upload.id, alt: "The entrance", width: 600, height: 800 });
    expect(second?.alt).toBeNull();
    const seen = await readStationImage(as(anonymous), { id, imageId: upload.id });
    expect(seen.headers["Cache-Control"]).toContain("public");
    expect(Buffer.from(seen.content).includes("PlantedMaker")).toBe(false);
    const small = await readStationImage(as(anonymous), {
      id,
      imageId: upload.id,
      size: "thumbnail",
    });
    expect(small.content.length).toBeLessThan(seen.content.length);
    const told = await db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.subject, `station/${id}`));
    expect(told.map(({ type }) => type)).toEqual(["station.changed", "station.changed"]);
    expect((await auditsOf(db, id)).map(({ action }) => action)).toEqual([
      "SetImages",
      "SetImages",
    ]);
  });

  it("are put in another order and described, each by itself", async () => {
    const id = await station();
    expect(await onCard(id)).toBeNull();
    for (const alt of ["one", "two", "three"]) await add(id, { alt });
    const words = async () => (await shown(id)).map(({ alt }) => alt);
    const [, , third] = await shown(id);
    await change(id, third?.id ?? "", { position: 1 });
    expect(await words()).toEqual(["three", "one", "two"]);
    expect(await onCard(id)).toBe(third?.id);
    await change(id, third?.id ?? "", { alt: "the last" });
    expect(await words()).toEqual(["the last", "one", "two"]);
    await change(id, third?.id ?? "", { position: 12, alt: null });
    expect(await words()).toEqual(["one", "two", null]);
    const before = (await auditsOf(db, id)).length;
    await change(id, third?.id ?? "", { position: 3 });
    expect(await auditsOf(db, id)).toHaveLength(before);
  });

  it("are gone for good when they are taken off", async () => {
    const id = await station();
    await add(id);
    await add(id);
    const [first, second] = await shown(id);
    const imageId = first?.id ?? "";
    await removeStationImage(as(office), { stationId: id, imageId });
    expect(await shown(id)).toEqual([second]);
    expect(await statusOf(imageId)).toBe("Deleted");
    expect(await statusOf(second?.id ?? "")).toBe("Claimed");
    const gone = { id, imageId };
    expect(await refusal(readStationImage(as(anonymous), gone))).toBe("image.not_found");
    expect(await refusal(removeStationImage(as(office), { stationId: id, imageId }))).toBe(
      "image.not_found",
    );
  });

  it(`are ${mostImages} at most, also where two are sent at once`, async () => {
    const id = await station();
    for (let count = 0; count < mostImages - 1; count += 1) await add(id);
    const both = await Promise.all([refusal(add(id)), refusal(add(id))]);
    expect(both.toSorted()).toEqual(["done", "image.too_many"]);
    expect(await shown(id)).toHaveLength(mostImages);
    expect(await refusal(keepStationImage(as(office), { id, bytes: tinyPng }))).toBe(
      "image.too_many",
    );
  });

  it("are nobody else's to add, change or take off", async () => {
    const id = await station();
    await add(id);
    const [{ id: imageId } = { id: "" }] = await shown(id);
    const other = await makeUser(db, "Backoffice", { businessId: (await makeBusiness(db)).id });
    const upload = await keepStationImage(as(office), { id, bytes: tinyPng });
    for (const call of [
      () => keepStationImage(as(other), { id, bytes: tinyPng }),
      () => addStationImage(as(other), { id, upload }),
      () => changeStationImage(as(other), { stationId: id, imageId, alt: "Mine" }),
      () => removeStationImage(as(other), { stationId: id, imageId }),
    ]) {
      expect(await refusal(call())).toBe("station.not_found");
    }
    const elsewhere = await station();
    expect(await refusal(change(elsewhere, imageId, { alt: "Here" }))).toBe("image.not_found");
    const text = Buffer.from("<svg onload=alert(1)>");
    expect(await refusal(keepStationImage(as(office), { id, bytes: text }))).toBe(
      "image.invalid @ file",
    );
  });

  it("are hidden with the station", async () => {
    const id = await station();
    await add(id);
    const [{ id: imageId } = { id: "" }] = await shown(id);
    await db.update(stations).set({ status: "Inactive" }).where(eq(stations.id, id));
    expect(await refusal(readStationImage(as(anonymous), { id, imageId }))).toBe(
      "station.not_found",
    );
    expect((await readStationImage(as(office), { id, imageId })).contentType).toMatch(/^image/);
  });
});
