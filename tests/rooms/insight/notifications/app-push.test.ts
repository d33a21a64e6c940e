import { generateKeyPairSync, verify } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { RingsNoMore, type Outgoing } from "@/lib/insight/notifications/rules";
import { appPushTransport } from "@/lib/insight/notifications/send-app-push";
import { transportsOf } from "@/lib/process/transports";

import { answering, refusing, startReceiver } from "../../../support/receiver";
import { testClockAt, minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";

const google = await startReceiver();
const firebase = await startReceiver();
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const account = {
  type: "service_account",
  project_id: "bay-test",
  client_email: "push@bay-test.iam.gserviceaccount.com",
  private_key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  token_uri: `${google.origin}/token`,
};
const serviceAccount = JSON.stringify(account);
const clock = testClockAt(testStart);
const transport = () => appPushTransport({ serviceAccount, url: firebase.origin }, clock);

const message: Outgoing = {
  id: "0199a000-0000-7000-8000-000000000001",
  recipient: "0199a000-0000-7000-8000-000000000002",
  subject: "Tomorrow at நிலையம்",
  body: "Booking BK-7F3K-29QD",
  locale: "en",
  url: "http://baybook.test/owner",
  validSeconds: 3_600,
  isUrgent: true,
  noticeId: "0199a000-0000-7000-8000-00000000000a",
  token: "device-token",
};

const sent = { name: "projects/bay-test/messages/1" };
const fcmError = (status: number, errorCode: string, words = "No.") =>
  answering(status, {
    error: {
      code: status,
      status: "SOME",
      message: words,
      details: [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode }],
    },
  });

beforeEach(() => {
  clock.set(testStart);
  google.received.length = 0;
  firebase.received.length = 0;
  google.behave(answering(200, { access_token: "ya29.one", expires_in: 3_599 }));
  firebase.behave(answering(200, sent));
});

describe("Firebase Cloud Messaging", () => {
  it("is handed the message as HTTP v1 asks", async () => {
    await transport()(message);
    const [request] = firebase.received;
    expect(request).toMatchObject({
      method: "POST",
      path: "/v1/projects/bay-test/messages:send",
      headers: { authorization: "Bearer ya29.one" },
    });
    const ends = testStart.getTime() / 1_000 + 3_600;
    expect(JSON.parse(request?.body ?? "")).toEqual({
      message: {
        token: "device-token",
        notification: { title: message.subject, body: message.body },
        data: {
          messageId: message.id,
          lang: "en",
          url: message.url,
          notificationId: message.noticeId,
        },
        android: { priority: "HIGH", ttl: "3600s", notification: { tag: message.id } },
        apns: {
          headers: {
            "apns-priority": "10",
            "apns-expiration": String(ends),
            "apns-collapse-id": message.id,
          },
          payload: { aps: { sound: "default" } },
        },
      },
    });
  });

  it("is asked with a token that the account's key signed for", async () => {
    await transport()(message);
    const asked = new URLSearchParams(google.received[0]?.body);
    expect(asked.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
    const [head = "", claims = "", signature = ""] = (asked.get("assertion") ?? "").split(".");
    const data = Buffer.from(`${head}.${claims}`);
    expect(verify("sha256", data, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
    const issuedAt = testStart.getTime() / 1_000;
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
      iss: account.client_email,
      scope: "https://www.googleapis.com/auth/firebase.messaging",
      aud: account.token_uri,
      iat: issuedAt,
      exp: issuedAt + 3_600,
    });
  });

  it("keeps the token until it ends, also for those who ask at once", async () => {
    const ring = transport();
    await Promise.all([ring(message), ring(message), ring(message)]);
    clock.advance(minutes(59));
    await ring(message);
    expect(google.received).toHaveLength(1);
    clock.advance(minutes(1));
    await ring(message);
    expect(google.received).toHaveLength(2);
    expect(firebase.received).toHaveLength(5);
  });

  it("asks for another token after one was refused, and after none was given", async () => {
    const ring = transport();
    firebase.behave(fcmError(401, "THIRD_PARTY_AUTH_ERROR"));
    await expect(ring(message)).rejects.toThrow("Firebase 401");
    firebase.behave(answering(200, sent));
    google.behave(answering(400, { error: "invalid_grant", error_description: "Bad key" }));
    await expect(ring(message)).rejects.toThrow("Google 400 invalid_grant Bad key");
    google.behave(answering(200, { access_token: "ya29.two", expires_in: 3_599 }));
    await ring(message);
    expect(firebase.received.at(-1)?.headers.authorization).toBe("Bearer ya29.two");
  });

  it("knows of an app that was removed, and of what never was a token", async () => {
    firebase.behave(fcmError(404, "UNREGISTERED"));
    await expect(transport()(message)).rejects.toThrow(RingsNoMore);
    const words = "The registration token is not a valid FCM registration token";
    firebase.behave(fcmError(400, "INVALID_ARGUMENT", words));
    await expect(transport()(message)).rejects.toThrow(RingsNoMore);
  });

  it("tries again after all else: a wrong address must not cost everybody their app", async () => {
    for (const behaviour of [
      refusing(404, "<html>Not Found</html>"),
      fcmError(400, "INVALID_ARGUMENT", "Invalid value at 'message.android.ttl'"),
      fcmError(403, "SENDER_ID_MISMATCH"),
      fcmError(429, "QUOTA_EXCEEDED"),
      fcmError(503, "UNAVAILABLE"),
    ]) {
      firebase.behave(behaviour);
      const error = await transport()(message).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ message: expect.stringMatching(/^Firebase \d+/) });
      expect(error).not.toBeInstanceOf(RingsNoMore);
    }
  });

  it("says at the start what is no service account", () => {
    const given = (FCM_SERVICE_ACCOUNT: string) => () => transportsOf({ FCM_SERVICE_ACCOUNT });
    expect(given("/nowhere/firebase.json")).toThrow("could not be read");
    expect(given('{"project_id":"x"}')).toThrow("no service account");
    expect(given(JSON.stringify({ ...account, private_key: "x" }))).toThrow("no service account");
    expect(given(serviceAccount)().AppPush).toBeDefined();
  });
});
