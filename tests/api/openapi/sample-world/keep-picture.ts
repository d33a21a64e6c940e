import { createHash } from "node:crypto";

import { uploads } from "@/db/schema/files";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { folderStore } from "@/lib/records/files/store/folder";

import { tinyPng } from "../../../support/pictures";
import { testConfig } from "../../../support/world";
import { now } from "./morning";

type Kept = Pick<
  typeof uploads.$inferInsert,
  "id" | "kind" | "claimedEntity" | "claimedId" | "visibility"
>;

/** A picture that belongs to a thing, with its bytes in the store. It is nobody's: who sent it is told of elsewhere. */
export async function keepPicture(db: Db, kept: Kept): Promise<void> {
  const key = newId();
  await folderStore(testConfig.uploadsDir).put(key, tinyPng);
  await db.insert(uploads).values({
    ...kept,
    key,
    status: "Claimed",
    mediaType: "image/png",
    bytes: tinyPng.length,
    sha256: createHash("sha256").update(tinyPng).digest("hex"),
    createdAt: now,
  });
}
