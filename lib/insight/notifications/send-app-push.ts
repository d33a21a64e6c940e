import { createPrivateKey, sign } from "node:crypto";

import { z } from "zod";

import { systemClock, type Clock } from "@/lib/core/clock";

import { askService, refusedBy } from "./post-message";
import { RingsNoMore, type Outgoing, type Transport } from "./rules";

/** What of a service account's file is needed (https://firebase.google.com/docs/cloud-messaging/auth-server). */
const ServiceAccount = z.object({
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  token_uri: z.url().default("https://oauth2.googleapis.com/token"),
});

/** A project at Firebase, and where its messages are handed over. */
export interface AppPushSettings {
  /** The service account's file, as Google gives it. */
  readonly serviceAccount: string;
  readonly url: string;
}

const scope = "https://www.googleapis.com/auth/firebase.messaging";
const tokenSeconds = 3_600;
/** How long before its end a token is renewed: it is not to end on the way. */
const earlyMs = 30_000;

/**
 * Rings native apps by Firebase Cloud Messaging, HTTP v1. Throws a plain Error at once for what is no service account;
 * its transport throws `RingsNoMore` for a token that Firebase knows no more.
 */
export function appPushTransport(
  { serviceAccount, url }: AppPushSettings,
  clock: Clock = systemClock,
): Transport {
  const account = parseAccount(serviceAccount);
  const tokens = tokensOf(account, clock);
  return async (message) => {
    const { status, isOk, said } = await askService("Firebase", {
      url: `${url}/v1/projects/${encodeURIComponent(account.projectId)}/messages:send`,
      headers: {
        "content-type": "application/json; charset=utf-8",
        authorization: `Bearer ${await tokens.take()}`,
      },
      body: JSON.stringify({ message: asMessage(message, clock.real()) }),
    });
    if (isOk) return;
    // The next try asks for another one.
    if (status === 401) tokens.forget();
    const { code, words } = errorIn(said);
    if (code === "UNREGISTERED" || isNoToken(code, words)) throw new RingsNoMore();
    throw refusedBy("Firebase", status, code, words);
  };
}

/** A message of HTTP v1: what the system shows, and for the app what it is about. */
function asMessage(message: Outgoing, now: Date) {
  const { id, token, subject, body, url, locale, noticeId } = message;
  const { validSeconds = 0, isUrgent = false } = message;
  if (!token) throw new Error("There is no app to ring.");
  const endsAt = Math.floor(now.getTime() / 1_000) + validSeconds;
  return {
    token,
    notification: { title: subject ?? "", body },
    data: {
      messageId: id,
      lang: locale,
      ...(url !== null && { url }),
      ...(noticeId !== undefined && { notificationId: noticeId }),
    },
    android: {
      priority: isUrgent ? "HIGH" : "NORMAL",
      ttl: `${validSeconds}s`,
      notification: { tag: id },
    },
    apns: {
      headers: {
        "apns-priority": isUrgent ? "10" : "5",
        "apns-expiration": String(endsAt),
        "apns-collapse-id": id,
      },
      payload: { aps: { sound: "default" } },
    },
  };
}

type Account = ReturnType<typeof parseAccount>;

function parseAccount(text: string) {
  try {
    const read = ServiceAccount.parse(JSON.parse(text));
    const key = createPrivateKey(read.private_key);
    return {
      key,
      projectId: read.project_id,
      email: read.client_email,
      tokenUrl: read.token_uri,
    };
  } catch {
    throw new Error("FCM_SERVICE_ACCOUNT is no service account of Firebase.");
  }
}

/** Tokens of OAuth 2.0 by a signed JWT (RFC 7523), each kept until it ends; those who ask at once share one. */
function tokensOf(account: Account, clock: Clock) {
  let kept: { readonly token: Promise<string>; endsAt: number } | undefined;
  const forget = () => (kept = undefined);
  const take = (): Promise<string> => {
    const now = clock.real().getTime();
    if (kept && kept.endsAt > now) return kept.token;
    const taken = askForToken(account, clock.real());
    const mine = { token: taken.then(({ token }) => token), endsAt: now + tokenSeconds * 1_000 };
    kept = mine;
    taken.then(
      ({ seconds }) => (mine.endsAt = now + seconds * 1_000 - earlyMs),
      () => kept === mine && forget(),
    );
    return mine.token;
  };
  return { take, forget };
}

async function askForToken({ key, email, tokenUrl }: Account, now: Date) {
  const issuedAt = Math.floor(now.getTime() / 1_000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    iss: email,
    scope,
    aud: tokenUrl,
    iat: issuedAt,
    exp: issuedAt + tokenSeconds,
  };
  const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(unsigned), key).toString("base64url");
  const { status, isOk, said } = await askService("Google", {
    url: tokenUrl,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: `${unsigned}.${signature}`,
    }).toString(),
  });
  const { access_token: token, expires_in: seconds = tokenSeconds } = said;
  if (!isOk || typeof token !== "string") {
    throw refusedBy("Google", status, said.error, said.error_description);
  }
  return { token, seconds: Number(seconds) };
}

const Refusal = z.object({
  error: z.object({
    status: z.string().optional(),
    message: z.string().optional(),
    details: z.array(z.looseObject({ errorCode: z.string().optional() })).optional(),
  }),
});

/** Firebase's own word for what was wrong, else Google's. */
function errorIn(said: unknown): { code: string; words: string } {
  const { data } = Refusal.safeParse(said);
  const { status = "", message = "", details = [] } = data?.error ?? {};
  const code = details.find(({ errorCode }) => errorCode)?.errorCode ?? status;
  return { code, words: message };
}

/** What never was a token, as Firebase says it: of a wrong field it would speak by another kind of detail. */
const isNoToken = (code: string, words: string) =>
  code === "INVALID_ARGUMENT" && /registration token/i.test(words);
