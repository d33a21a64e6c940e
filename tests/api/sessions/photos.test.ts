import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, it } from "vitest";

import { uploads } from "@/db/schema/files";
import { readAtOnce, waitForReading } from "@/lib/records/files/rules";
import { inTurn } from "@/lib/records/files/wait-turn";

import { type ApiAnswer, testApi } from "../../support/api";
import { noise, phonePhoto } from "../../support/pictures";
import { hours } from "../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../support/world";

const api = await testApi();
const { id: businessId } = await makeBusiness(api.db);
const station = await makeStation(api.db, businessId, { approval: "Auto" });
const startsAt = new Date(testStart.getTime() + hours(4));
await makeSlots(api.db, station.id, startsAt, 1);
const operator = await makeUser(api.db, "Operator", { businessId, stationIds: [station.id] });
const stranger = await makeUser(api.db, "EvOwner");

async function charge() {
  const as = await makeUser(api.db, "EvOwner");
  const endsAt = new Date(startsAt.getTime() + hours(1)).toISOString();
  const booked = await api.call("POST", "/api/v1/bookings", {
    as,
    headers: { "Idempotency-Key": crypto.randomUUID() },
    body: { stationId: station.id, startsAt: startsAt.toISOString(), endsAt },
  });
  const { id } = booked.body.data;
  const qr = await api.call("GET", `/api/v1/bookings/${id}/qr`, { as });
  api.clock.set(startsAt);
  const body = { code: qr.body.data.code };
  const session = await api.call("POST", "/api/v1/sessions/checkin", { as: operator, body });
  return `/api/v1/sessions/${session.body.data.id}/photos`;
}

function send(path: string, bytes: Uint8Array, type = "image/jpeg", key?: string) {
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(bytes)], { type }), "../../etc/passwd");
  const headers = key === undefined ? undefined : { "Idempotency-Key": key };
  return api.call("POST", path, { as: operator, body, headers });
}

it("answers what it keeps, and serves it as a picture and nothing else", async () => {
  const path = await charge();
  const photo = await phonePhoto(1000, 600);
  const sent = await send(path, photo);
  expect(sent).toMatchObject({ status: 201, body: { data: { contentType: "image/jpeg" } } });
  const { id, size } = sent.body.data;
  expect(sent.headers.get("location")).toBe(`${path}/${id}`);
  const got = await api.call("GET", `${path}/${id}`, { as: operator });
  expect(got.status).toBe(200);
  expect(Object.fromEntries(got.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  });
  expect(got.body).not.toContain("Planted");
  const small = await api.call("GET", `${path}/${id}?size=thumbnail`, { as: operator });
  expect(small.status).toBe(200);
  expect(small.body.length).toBeLessThan(got.body.length);
  expect(size).toBeGreaterThan(0);
  for (const [as, status] of [
    [stranger, 404],
    [undefined, 401],
  ] as const) {
    expect((await api.call("GET", `${path}/${id}`, { as })).status).toBe(status);
  }
  for (const bad of ["..%2F..%2Fetc%2Fpasswd", `${id}%00`, "..%5C", crypto.randomUUID()]) {
    expect((await api.call("GET", `${path}/${bad}`, { as: operator })).status).toBe(404);
  }
});

it("refuses what is no picture with 422 at its field, and never fails", async () => {
  const path = await charge();
  const size = { width: 14_000, height: 14_000, channels: 3, background: "white" } as const;
  const whole = await noise(200, 200).png().toBuffer();
  const bad = {
    bomb: await sharp({ create: size, limitInputPixels: false }).png().toBuffer(),
    cut: whole.subarray(0, whole.length / 2),
    program: Buffer.from("MZ\x90\0"),
    page: Buffer.from("<script>alert(1)</script>"),
    empty: Buffer.alloc(0),
    tiff: await noise(20, 20).tiff().toBuffer(),
  };
  for (const [what, bytes] of Object.entries(bad)) {
    expect(await send(path, bytes, "image/png"), what).toMatchObject({
      status: 422,
      body: { code: "photo.invalid", errors: [{ field: "file" }] },
    });
  }
  expect((await send(path, whole, "image/svg+xml")).status).toBe(415);
  const large = Buffer.concat([whole, Buffer.alloc(5 * 1024 * 1024)]);
  expect((await send(path, large, "image/png")).status).toBe(413);
  // The bytes count, not what they are called.
  for (const type of ["image/gif", "application/octet-stream", ""]) {
    expect((await send(path, whole, type)).status, type).toBe(201);
  }
});

it("reads a picture once for a key, however often it is sent", async () => {
  const path = await charge();
  const photo = await noise(300, 200).jpeg().toBuffer();
  const first = await send(path, photo, "image/jpeg", "photo-1");
  expect(first.status).toBe(201);
  const count = () => api.db.$count(uploads, eq(uploads.userId, operator.userId));
  const before = await count();
  const again = await send(path, photo, "image/jpeg", "photo-1");
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(again.body).toEqual(first.body);
  expect(await count()).toBe(before);
  const other = await send(path, await noise(300, 200).jpeg().toBuffer(), "image/jpeg", "photo-1");
  expect(other).toMatchObject({ status: 422, body: { code: "idempotency.key_reused" } });
});

it("refuses the next at once where too many wait, and reads the others", async () => {
  const path = await charge();
  const photo = await noise(90, 90).jpeg().toBuffer();
  // Somebody else's pictures are read meanwhile, for as long as it takes here to send more than may wait.
  const others = Promise.withResolvers<void>();
  const reading = Array.from({ length: readAtOnce }, () => inTurn(() => others.promise));
  const answered: ApiAnswer[] = [];
  const all = Array.from({ length: waitForReading + 3 }, async () => {
    answered.push(await send(path, photo));
  });
  await expect.poll(() => answered, { timeout: 30_000 }).toHaveLength(3);
  for (const { status, headers, body } of answered) {
    expect(status).toBe(429);
    expect(body.code).toBe("upload.busy");
    expect(headers.get("retry-after")).toBe("1");
  }
  others.resolve();
  await Promise.all([...all, ...reading]);
  // Ten are kept with a session; the others were read and found no place any more.
  const statuses = answered.slice(3).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(10);
  expect(statuses.filter((status) => status === 400)).toHaveLength(waitForReading - 10);
});
