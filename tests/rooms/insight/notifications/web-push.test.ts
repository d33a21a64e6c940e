import { createPublicKey, verify } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { RingsNoMore, type Outgoing } from "@/lib/insight/notifications/rules";
import { mostBytes } from "@/lib/insight/notifications/send-web-push";
import { transportsOf } from "@/lib/process/transports";

import { makeBrowser, vapidPair } from "../../../support/browser-ring";
import { refusing, startReceiver } from "../../../support/receiver";

const service = await startReceiver(refusing(201));
const browser = makeBrowser();
const pair = vapidPair();
const env = { ...pair, VAPID_SUBJECT: "mailto:help@bay.test", WEBHOOKS_PRIVATE: "1" };

const message: Outgoing = {
  id: "0199a000-0000-7000-8000-000000000001",
  recipient: "0199a000-0000-7000-8000-000000000002",
  subject: "In 2 hours at நிலையம்",
  body: "Booking BK-7F3K-29QD",
  locale: "en",
  url: "http://baybook.test/owner",
  validSeconds: 7_200,
  isUrgent: true,
  noticeId: "0199a000-0000-7000-8000-00000000000a",
  subscription: { endpoint: service.url, ...browser.keys },
};

const ring = (one: Outgoing, given: Record<string, string> = env) => {
  const { WebPush } = transportsOf(given);
  if (!WebPush) throw new Error("No browser rings.");
  return WebPush(one);
};

beforeEach(() => {
  service.received.length = 0;
  service.behave(refusing(201));
});

describe("Web Push", () => {
  it("reaches the browser that subscribed, and no other can read it", async () => {
    await ring(message);
    const [request] = service.received;
    if (!request) throw new Error("Nothing came.");
    expect(JSON.parse(browser.read(request.raw))).toEqual({
      title: message.subject,
      body: message.body,
      url: message.url,
      tag: message.id,
      lang: "en",
      noticeId: message.noticeId,
    });
    expect(() => makeBrowser().read(request.raw)).toThrow();
    expect(request.headers).toMatchObject({
      ttl: "7200",
      urgency: "high",
      topic: "0199a000000070008000000000000001",
      "content-encoding": "aes128gcm",
    });
  });

  it("is signed by this installation for this push service (RFC 8292)", async () => {
    await ring(message);
    const said = service.received[0]?.headers.authorization ?? "";
    const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(said) ?? [];
    expect(key).toBe(pair.VAPID_PUBLIC_KEY);
    const [head = "", claims = "", signature = ""] = token.split(".");
    const point = Buffer.from(key, "base64url");
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    };
    const isSigned = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    expect(isSigned).toBe(true);
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      aud: service.origin,
      sub: "mailto:help@bay.test",
    });
  });

  it.each(["x", "நிலையம் ", "👩‍👩‍👧‍👦", '"\\\n'])(
    "cuts a text of %j that would not fit into one record",
    async (sign) => {
      await ring({ ...message, body: sign.repeat(9_000) });
      const raw = service.received[0]?.raw ?? Buffer.alloc(0);
      expect(raw.length).toBeLessThanOrEqual(4_096);
      const text = browser.read(raw);
      expect(Buffer.byteLength(text)).toBeGreaterThan(mostBytes / 2);
      const { body, url } = JSON.parse(text) as { body: string; url: string };
      expect(url).toBe(message.url);
      expect(body.endsWith("…")).toBe(true);
      expect(body.isWellFormed()).toBe(true);
    },
  );

  it.each([404, 410])("knows by %i that a subscription has ended", async (status) => {
    service.behave(refusing(status));
    await expect(ring(message)).rejects.toThrow(RingsNoMore);
  });

  it.each([400, 403, 413, 429, 500, 302])("tries again after %i", async (status) => {
    service.behave(refusing(status));
    const error = await ring(message).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: `Web Push ${status}` });
    expect(error).not.toBeInstanceOf(RingsNoMore);
  });

  it("does not let a browser's address lead into this network", async () => {
    const { WEBHOOKS_PRIVATE: _open, ...closed } = env;
    for (const endpoint of [
      service.url,
      "https://127.0.0.1/push",
      "https://[::1]/push",
      "https://localhost/push",
      "https://169.254.169.254/latest",
    ]) {
      const subscription = { endpoint, ...browser.keys };
      await expect(ring({ ...message, subscription }, closed)).rejects.toThrow(RingsNoMore);
    }
    expect(service.received).toEqual([]);
  });

  it("says at the start which keys are no pair, and goes out with none at all", () => {
    const other = { ...env, VAPID_PRIVATE_KEY: vapidPair().VAPID_PRIVATE_KEY };
    expect(() => transportsOf(other)).toThrow("no pair");
    expect(() => transportsOf({ ...env, VAPID_PRIVATE_KEY: "x" })).toThrow("no pair");
    expect(() => transportsOf({ ...env, VAPID_SUBJECT: "me" })).toThrow("VAPID_SUBJECT");
    const { VAPID_PUBLIC_KEY } = pair;
    expect(transportsOf({ VAPID_PUBLIC_KEY }).WebPush).toBeUndefined();
  });
});
