import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readPushKey } from "@/lib/insight/inbox";
import { PushKey } from "@/lib/insight/inbox/schema";

export const GET = endpoint({
  tag: "Notifications",
  summary: "Read the key with which a browser subscribes",
  description: "VAPID's public key (RFC 8292), base64url; null where no Web Push is sent.",
  permission: "device.manage",
  returns: PushKey,
  run: (ctx) => readPushKey(ctx),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
