import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { anyId, instantView, plainLine } from "@/lib/core/fields";

export const platform = z.enum(["android", "ios", "web"]);

/** A native app that rings by Firebase Cloud Messaging (operations.md §1, 6.11). */
export const RegisterDevice = z.strictObject({
  /** Firebase's registration token. */
  token: plainLine(4_096),
  platform,
  /** The app's own id of the installation; one registration each. The token stands for it where none is given. */
  deviceId: plainLine(200).optional(),
  model: plainLine(100).optional(),
  appVersion: plainLine(40).optional(),
});
export type RegisterDevice = z.infer<typeof RegisterDevice>;

export const DeviceView = z.object({
  id: anyId,
  platform,
  model: z.string().nullable(),
  appVersion: z.string().nullable(),
  seenAt: instantView,
});
export type DeviceView = z.infer<typeof DeviceView>;

const base64url = (bytes: number) =>
  z
    .string()
    .max(200)
    .regex(/^[\w-]+={0,2}$/, fault("push_key"))
    .refine((text) => Buffer.from(text, "base64url").length === bytes, fault("push_key"));

/** A browser's push subscription, as `PushSubscription.toJSON()` has it. */
export const SubscribePush = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/, error: fault("push_endpoint") }).max(2_000),
  /** Browsers say null; when it ends, they subscribe anew. */
  expirationTime: z.number().nullish(),
  keys: z.strictObject({
    /** The browser's public key: 65 bytes, uncompressed. */
    p256dh: base64url(65),
    auth: base64url(16),
  }),
});
export type SubscribePush = z.infer<typeof SubscribePush>;

/** Which browser's: its subscription's address. */
export const EndSubscription = z.strictObject({ endpoint: z.string().min(1).max(2_000) });
export type EndSubscription = z.infer<typeof EndSubscription>;

/** Which maker's push service a browser rings by; each serves all of its maker's browsers. */
export const browserMaker = z.enum(["chrome", "edge", "firefox", "safari", "other"]);
export type BrowserMaker = z.infer<typeof browserMaker>;

/** What a push message rings: a browser by its maker, or an app by its system and the device's model. */
export const Ringing = z.object({
  browser: browserMaker.nullable(),
  platform: platform.nullable(),
  model: z.string().nullable(),
});
export type Ringing = z.infer<typeof Ringing>;

export const PushSubscriptionView = z.object({
  id: anyId,
  endpoint: z.string(),
  browser: browserMaker,
  createdAt: instantView,
});
export type PushSubscriptionView = z.infer<typeof PushSubscriptionView>;

/** With what a browser subscribes; null where this installation sends no Web Push. */
export const PushKey = z.object({ publicKey: z.string().nullable() });
export type PushKey = z.infer<typeof PushKey>;
