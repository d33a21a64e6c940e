import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";

import { uploads } from "@/db/schema/files";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/actor";
import { inTransaction } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { jobActor } from "@/lib/core/job-actor";
import { sweepStrays, sweepUploads } from "@/lib/records/files";
import { claimUpload, keepImage, openUpload, releaseUploads } from "@/lib/records/files/inside";
import { brokenLimit, cleanFilename } from "@/lib/records/files/rules";
import { folderStore } from "@/lib/records/files/store/folder";
import { Turns } from "@/lib/records/files/wait-turn";
import { makeContext } from "@/lib/process/wiring";
import { root } from "@/scripts/parts/paths";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { noise, tinyPng } from "../../../support/pictures";
import { hours, minutes } from "../../../support/test-clock";
import { makeUser, testConfig, testStart } from "../../../support/world";

const { db, url } = await testDatabase({ max: 20 });
const clock = fileClock(testStart);
const uploadsDir = mkdtempSync(join(tmpdir(), "baybook-uploads-"));
afterAll(() => rmSync(uploadsDir, { recursive: true }));
const as = (actor: Actor, folder = uploadsDir) =>
  makeContext({ db, actor, clock, config: { ...testConfig, uploadsDir: folder } });
const sweeper = (folder = uploadsDir) => as(jobActor("upload-sweep"), folder);
const straySweeper = (folder = uploadsDir) => as(jobActor("stray-sweep"), folder);
const store = folderStore(uploadsDir);
const user = await makeUser(db, "Operator");
const claim = { entity: "Session", entityId: newId() } as const;
const privately = {
  ...claim,
  kind: "SessionPhoto",
  visibility: "Private",
  field: "file",
} as const;

async function keep(actor: Actor = user, bytes: Uint8Array = tinyPng, filename?: string) {
  const kept = await keepImage(as(actor), { kind: "SessionPhoto", bytes, filename });
  if (!kept) throw new Error("It was not kept.");
  return kept;
}

async function rowOf(id: string) {
  const [row] = await db.select().from(uploads).where(eq(uploads.id, id));
  return row;
}

const placeOf = (key: string) => join(uploadsDir, key.slice(-2), key);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

describe("an upload", () => {
  it("is kept unclaimed, its bytes first, and opens for nobody", async () => {
    const bytes = await noise(900, 600).png().toBuffer();
    const kept = await keep(user, bytes, "C:\\fotos\\gate.png");
    const row = await rowOf(kept.id);
    expect(row).toMatchObject({
      userId: user.userId,
      status: "Unclaimed",
      filename: "gate.png",
      mediaType: "image/jpeg",
      width: 900,
      height: 600,
      wrappedKey: null,
    });
    expect(readFileSync(placeOf(row?.key ?? "")).byteLength).toBe(row?.bytes);
    expect(statSync(placeOf(row?.key ?? "")).mode & 0o777).toBe(0o600);
    expect(statSync(placeOf(row?.thumbnailKey ?? "")).size).toBeGreaterThan(0);
    expect(await refusal(openUpload(as(user), kept.id, claim))).toBe("upload.not_found");
  });

  it("is claimed by its sender alone, once, and opens by its claim alone", async () => {
    const kept = await keep();
    const other = await makeUser(db, "Operator");
    for (const [actor, id] of [
      [other, kept.id],
      [user, newId()],
      [user, "../../etc/passwd"],
    ] as const) {
      expect(await refusal(claimUpload(as(actor), id, privately))).toBe("upload.not_claimable");
    }
    await claimUpload(as(user), kept.id, privately);
    expect(await refusal(claimUpload(as(user), kept.id, privately))).toBe("upload.not_claimable");
    const file = await openUpload(as(user), kept.id, claim);
    expect(file).toMatchObject({
      contentType: "image/webp",
      headers: {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
    for (const of of [{ entityId: newId() }, { entity: "Booking" } as const]) {
      const elsewhere = openUpload(as(user), kept.id, { ...claim, ...of });
      expect(await refusal(elsewhere)).toBe("upload.not_found");
    }
  });

  it("may be kept for a year where it is public, and has a thumbnail", async () => {
    const kept = await keep(user, await noise(1000, 500).jpeg().toBuffer());
    await claimUpload(as(user), kept.id, { ...privately, visibility: "Public" });
    const [full, thumbnail] = await Promise.all(
      (["full", "thumbnail"] as const).map((size) =>
        openUpload(as(user), kept.id, { ...claim, size }),
      ),
    );
    expect(full?.headers["Cache-Control"]).toBe("public, max-age=31536000, immutable");
    expect(full?.content.length).toBe(kept.bytes);
    expect(thumbnail?.content.length).toBeLessThan(kept.bytes);
  });

  it("is not shown when its bytes are others than were kept, or gone", async () => {
    const kept = await keep();
    await claimUpload(as(user), kept.id, privately);
    const { key = "" } = (await rowOf(kept.id)) ?? {};
    await store.delete(key);
    await expect(openUpload(as(user), kept.id, claim)).rejects.toThrow("ENOENT");
    await store.put(key, Buffer.from("<script>alert(1)</script>"));
    await expect(openUpload(as(user), kept.id, claim)).rejects.toThrow("not those");
  });
});

describe("the folder", () => {
  it("takes UUIDs as keys and nothing that leads elsewhere, and no key twice", async () => {
    const key = newId();
    await store.put(key, tinyPng);
    const keys = ["../../etc/passwd", "/etc/passwd", "..", "", `${key}/../x`, `${key}\0`, "con"];
    for (const bad of keys) {
      await expect(store.put(bad, tinyPng)).rejects.toThrow("UUID");
      expect(() => store.get(bad)).toThrow("UUID");
      expect(() => store.delete(bad)).toThrow("UUID");
    }
    await expect(store.put(key, Buffer.from("other"))).rejects.toThrow("EEXIST");
    expect(Buffer.from(await store.get(key)).equals(tinyPng)).toBe(true);
    await store.delete(key);
    await store.delete(key);
  });

  it("is empty before anything is kept", async () => {
    const none = join(uploadsDir, "none");
    expect(await Array.fromAsync(folderStore(none).list())).toEqual([]);
    expect(await sweepStrays(straySweeper(none), () => {})).toEqual({ strays: 0 });
  });
});

describe("a file's name", () => {
  it.for([
    ["../../etc/passwd", "passwd"],
    ["C:\\x\\con.jpg", "con.jpg"],
    ["a\r\nSet-Cookie: b\0.png", "aSet-Cookie: b.png"],
    ["\u202Egnp.exe", "gnp.exe"],
    ["x".repeat(300), "x".repeat(100)],
    ["😀".repeat(101), "😀".repeat(100)],
    ["..", null],
    ["/", null],
  ] as const)("%j is shown as %j", ([name, shown]) => expect(cleanFilename(name)).toBe(shown));
});

describe("limits", () => {
  it("a user sends 50 files an hour, also at once, and others are not held up", async () => {
    const sender = await makeUser(db, "Operator");
    const row = (createdAt: Date) => ({
      id: newId(),
      key: newId(),
      userId: sender.userId,
      kind: "SessionPhoto" as const,
      status: "Claimed" as const,
      claimedEntity: "Session",
      claimedId: newId(),
      visibility: "Private" as const,
      mediaType: "image/jpeg",
      bytes: 1,
      sha256: "",
      createdAt,
    });
    await db.insert(uploads).values(Array.from({ length: 48 }, () => row(clock.now())));
    await db.insert(uploads).values(row(new Date(testStart.getTime() - hours(1) - 1)));
    const sent = await Promise.all(Array.from({ length: 4 }, () => refusal(keep(sender))));
    expect(sent.toSorted()).toEqual(["done", "done", "upload.too_many", "upload.too_many"]);
    expect(await refusal(keep())).toBe("done");
    clock.advance(minutes(61));
    expect(await refusal(keep(sender))).toBe("done");
  });

  it("a user has 200 MB unclaimed, and may go on once they are claimed", async () => {
    const sender = await makeUser(db, "Operator");
    const { id } = await keep(sender);
    await db.update(uploads).set({ bytes: 200_000_000 }).where(eq(uploads.id, id));
    expect(await refusal(keep(sender))).toBe("upload.too_much");
    await claimUpload(as(sender), id, privately);
    expect(await refusal(keep(sender))).toBe("done");
    expect(brokenLimit({ files: 0, unclaimedBytes: 199_999_999 }, 1)).toBeNull();
    expect(brokenLimit({ files: 0, unclaimedBytes: 199_999_999 }, 2)).toBe("bytes");
  });

  it("two are read at once, as many wait as may, and the next is refused at once", async () => {
    const turns = new Turns(2, 3);
    const ends: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const work = () =>
      turns.wait(async () => {
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
      });
    const all = Array.from({ length: 5 }, work);
    expect(await refusal(work())).toBe("upload.busy");
    for (let ended = 0; ended < 5; ended += 1) {
      await expect.poll(() => ends.length).toBeGreaterThan(ended);
      ends[ended]?.();
    }
    await Promise.all(all);
    expect([most, running]).toEqual([2, 0]);
    await expect(turns.wait(() => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(await turns.wait(async () => "free")).toBe("free");
  });

  it("a picture over 5 MiB is none", async () => {
    const large = Buffer.alloc(5 * 1024 * 1024 + 1);
    tinyPng.copy(large);
    expect(await keepImage(as(user), { kind: "SessionPhoto", bytes: large })).toBeNull();
  });
});

describe("the sweep", () => {
  it("removes what is unclaimed for 24 hours and what was released, not what is in use", async () => {
    const [old, used, released] = [await keep(), await keep(), await keep()];
    await claimUpload(as(user), used.id, privately);
    const gone = { ...privately, entityId: newId() };
    const of = { entity: "Session", entityIds: [gone.entityId] } as const;
    await claimUpload(as(user), released.id, gone);
    const before = await Promise.all([old, used, released].map(({ id }) => rowOf(id)));
    expect(await inTransaction(as(user), (ctx) => releaseUploads(ctx, of))).toBe(1);
    expect(await refusal(openUpload(as(user), released.id, gone))).toBe("upload.not_found");
    clock.advance(hours(24));
    const young = await keep();
    await sweepUploads(sweeper());
    expect(await rowOf(old.id)).toBeDefined();
    expect(await rowOf(released.id)).toBeUndefined();
    clock.advance(1);
    expect((await sweepUploads(sweeper())).files).toBeGreaterThan(0);
    expect(await rowOf(old.id)).toBeUndefined();
    expect(await refusal(claimUpload(as(user), old.id, privately))).toBe("upload.not_claimable");
    expect(await rowOf(young.id)).toBeDefined();
    const onDisk = filesIn(uploadsDir).map(({ name }) => name);
    const [lost, kept, freed] = before.map((row) => [row?.key ?? "", row?.thumbnailKey ?? ""]);
    expect([...(lost ?? []), ...(freed ?? [])].filter((key) => onDisk.includes(key))).toEqual([]);
    expect(kept?.filter((key) => onDisk.includes(key))).toHaveLength(2);
  });

  it("goes on where it was cut off between bytes and row", async () => {
    const kept = await keep();
    const { key = "" } = (await rowOf(kept.id)) ?? {};
    await db.update(uploads).set({ status: "Deleted" }).where(eq(uploads.id, kept.id));
    await store.delete(key);
    await sweepUploads(sweeper());
    expect(await rowOf(kept.id)).toBeUndefined();
  });

  it("removes old bytes without a row, as a crash or a roll-back leaves them", async () => {
    const kept = await keep();
    const { key = "", thumbnailKey } = (await rowOf(kept.id)) ?? {};
    const [stray, fresh] = [newId(), newId()];
    await store.put(stray, tinyPng);
    await store.put(fresh, tinyPng);
    const age = (name: string, ms: number) =>
      utimesSync(placeOf(name), clock.now(), new Date(testStart.getTime() - ms));
    for (const name of [key, thumbnailKey ?? "", stray]) age(name, hours(24) + 1_000);
    age(fresh, hours(23));
    const reports: string[] = [];
    const run = await sweepStrays(straySweeper(), (_, words) => reports.push(words));
    expect([run, reports]).toEqual([{ strays: 1 }, []]);
    const left = filesIn(uploadsDir).map(({ name }) => name);
    expect(left).toEqual(expect.arrayContaining([key, thumbnailKey, fresh]));
    expect(left).not.toContain(stray);
  });

  it("removes nothing from a folder of which the database knows nothing, and says so", async () => {
    const foreign = mkdtempSync(join(uploadsDir, "foreign-"));
    await folderStore(foreign).put(newId(), tinyPng);
    for (const { parentPath, name } of filesIn(foreign)) {
      utimesSync(join(parentPath, name), testStart, new Date(testStart.getTime() - hours(48)));
    }
    const reports: string[] = [];
    await sweepStrays(straySweeper(foreign), (_, words) => reports.push(words));
    expect(reports).toEqual([expect.stringContaining("nothing is removed")]);
    expect(filesIn(foreign)).toHaveLength(1);
  });
});

it("two processes share folder and rows: each file is claimed once, and opens in both", async () => {
  const other = fork(root("tests/support/claiming-process.ts"), [url], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, UPLOADS_DIR: uploadsDir },
  });
  const answer = async () => (await once(other, "message"))[0] as unknown;
  try {
    expect(await answer()).toBe("ready");
    const kept = await Promise.all(Array.from({ length: 20 }, () => keep(user)));
    const uploadIds = kept.map(({ id }) => id);
    const entityIds = uploadIds.map(() => newId());
    const theirs = answer();
    // From the other end, so that they meet.
    const [ids, of] = [uploadIds.toReversed(), entityIds.toReversed()];
    other.send({ actor: user, uploadIds: ids, entityIds: of });
    const mine: string[] = [];
    for (const [at, id] of uploadIds.entries()) {
      const own = { ...privately, entityId: entityIds[at] ?? "" };
      mine.push(await refusal(inTransaction(as(user), (ctx) => claimUpload(ctx, id, own))));
    }
    const lengths = ((await theirs) as (number | null)[]).toReversed();
    for (const [at, length] of lengths.entries()) {
      expect([mine[at] === "done", length !== null].filter(Boolean)).toHaveLength(1);
      const entityId = entityIds[at] ?? "";
      const file = await openUpload(as(user), uploadIds[at] ?? "", { ...claim, entityId });
      if (length !== null) expect(file.content.length).toBe(length);
    }
    const keeping = answer();
    other.send({ actor: await makeUser(db, "Operator") });
    expect(await keeping).toMatchObject({ mediaType: "image/webp" });
  } finally {
    other.disconnect();
    await once(other, "exit");
  }
});
