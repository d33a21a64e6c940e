import { createECDH } from "node:crypto";

import { NoAnswer } from "@/lib/core/post-outside";
import { cut } from "@/lib/core/text";

import { askService, refusedBy } from "./post-message";
import { RingsNoMore, type Outgoing, type Transport } from "./rules";

/** The pair of keys that this installation signs with (RFC 8292), and how its push services reach whoever runs it. */
export interface WebPushSettings {
  readonly publicKey: string;
  readonly privateKey: string;
  /** `mailto:…` or `https://…` */
  readonly subject: string;
  /** Push services may lie anywhere, without https: for tests, since browsers name their addresses. */
  readonly allowPrivate?: boolean;
}

/** Of a message that is to arrive in one record of 4,096 bytes, what is left for its text (RFC 8291, 4). */
export const mostBytes = 3_993;
/** A subscription that has ended (RFC 8030, 7.3). */
const ended = [404, 410];

/**
 * Rings browsers by Web Push, encrypted (RFC 8291). Throws a plain Error at once for keys that are no pair; its
 * transport throws `RingsNoMore` for a subscription that has ended, or whose address leads into our own network.
 */
export function webPushTransport({ allowPrivate = false, ...keys }: WebPushSettings): Transport {
  assertPair(keys);
  return async (message) => {
    const { subscription, validSeconds = 0, isUrgent } = message;
    if (!subscription) throw new Error("There is no subscription to ring.");
    // Only a worker rings, so only a worker loads what encrypts; Node sees no names in this package, but its default.
    const { default: webPush } = await import("web-push");
    const { endpoint, p256dh, auth } = subscription;
    const details = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      textOf(message),
      {
        vapidDetails: keys,
        TTL: validSeconds,
        urgency: isUrgent ? "high" : "normal",
        contentEncoding: "aes128gcm",
        // A try again takes the place of one that still waits at the service.
        topic: message.id.replaceAll("-", ""),
      },
    );
    const { status, isOk } = await ring({
      url: endpoint,
      headers: asText(details.headers),
      body: details.body,
      isForeign: !allowPrivate,
    });
    if (ended.includes(status)) throw new RingsNoMore();
    if (!isOk) throw refusedBy("Web Push", status);
  };
}

async function ring(post: Parameters<typeof askService>[1]) {
  try {
    return await askService("Web Push", post);
  } catch (error) {
    if (error instanceof NoAnswer && error.failure === "AddressRefused") throw new RingsNoMore();
    throw error;
  }
}

const asText = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** What the service worker shows, as JSON that fits into one record; what is too long loses the end of its text. */
function textOf({ id, subject, body, url, locale, noticeId }: Outgoing): string {
  const textWith = (body: string) =>
    JSON.stringify({ title: subject ?? "", body, url, tag: id, lang: locale, noticeId });
  let text = textWith(body);
  for (let rest = body; Buffer.byteLength(text) > mostBytes && rest !== "";) {
    const units = Math.floor(rest.length * 0.9);
    rest = cut(rest, units, units);
    text = textWith(`${rest}…`);
  }
  return text;
}

function assertPair({ publicKey, privateKey }: WebPushSettings): void {
  const pair = createECDH("prime256v1");
  try {
    pair.setPrivateKey(Buffer.from(privateKey, "base64url"));
    if (pair.getPublicKey("base64url") === publicKey.replace(/=+$/, "")) return;
  } catch {
    // No key at all is no pair either.
  }
  throw new Error("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are no pair of keys.");
}
