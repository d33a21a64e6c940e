import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { userPictures } from "@/db/schema/accounts-pictures";
import { uploads } from "@/db/schema/files";
import {
  eraseUser,
  keepPicture,
  readMe,
  readPicture,
  removePicture,
  setPicture,
} from "@/lib/people/accounts";

import { testDatabase } from "../../../support/database";
import { phonePhoto, tinyPng } from "../../../support/pictures";
import { makeUser } from "../../../support/world";
import { refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const world = settingOf(db);
const { as } = world;
const statusOf = async (id: string | null) =>
  (
    await db
      .select()
      .from(uploads)
      .where(eq(uploads.id, id ?? ""))
  )[0]?.status;

it("is of whoever sent it, for them alone, and one; it goes with another, and with the account", async () => {
  const [owner, other] = [await makeUser(db, "EvOwner"), await makeUser(db, "Backoffice")];
  const give = async (bytes: Uint8Array) =>
    setPicture(as(owner), { upload: await keepPicture(as(owner), { bytes }) });
  expect(await refusal(readPicture(as(owner), {}))).toBe("picture.not_found");
  const first = await give(await phonePhoto(800, 600));
  const picture = String(first.pictureUploadId);
  const seen = await readPicture(as(owner), { picture });
  expect(seen.headers["Cache-Control"]).toBe("private, no-store");
  expect(Buffer.from(seen.content).includes("PlantedMaker")).toBe(false);
  expect(await refusal(readPicture(as(other), { picture }))).toBe("picture.not_found");
  expect(await refusal(readPicture(world.nobody, {}))).toBe("auth.required");

  const sent = await keepPicture(as(other), { bytes: tinyPng });
  expect(await refusal(setPicture(as(owner), { upload: sent }))).toBe(
    "upload.not_claimable @ file",
  );
  expect(await statusOf(picture)).toBe("Claimed");

  await Promise.all([give(tinyPng), give(tinyPng)]);
  expect(await statusOf(picture)).toBe("Deleted");
  const { pictureUploadId } = await readMe(as(owner));
  const live = await db.select().from(uploads).where(eq(uploads.claimedId, owner.userId));
  expect(live.filter(({ status }) => status === "Claimed").map(({ id }) => id)).toEqual([
    pictureUploadId,
  ]);
  await removePicture(as(owner));
  expect(await readMe(as(owner))).toMatchObject({ pictureUploadId: null });
  expect(await refusal(removePicture(as(owner)))).toBe("picture.not_found");

  const last = await give(tinyPng);
  await eraseUser(as(await makeUser(db, "SystemAdmin")), { id: owner.userId, reason: "Asked." });
  expect(await statusOf(last.pictureUploadId)).toBe("Deleted");
  expect(await db.$count(userPictures, eq(userPictures.userId, owner.userId))).toBe(0);
});

it("is no picture that cannot be read", async () => {
  const owner = await makeUser(db, "EvOwner");
  const bytes = new TextEncoder().encode("no picture");
  expect(await refusal(keepPicture(as(owner), { bytes }))).toBe("picture.invalid @ file");
});
