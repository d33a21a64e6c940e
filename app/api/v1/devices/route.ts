import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readDevices, registerDevice } from "@/lib/insight/inbox";
import { DeviceView, RegisterDevice } from "@/lib/insight/inbox/schema";
import { z } from "zod";

export const GET = endpoint({
  tag: "Notifications",
  summary: "List the apps that ring for oneself",
  permission: "device.manage",
  returns: z.array(DeviceView),
  run: (ctx) => readDevices(ctx),
});

export const POST = endpoint({
  tag: "Notifications",
  summary: "Let this app ring",
  description:
    "By its token of Firebase Cloud Messaging. A token rings for whoever registered it last; ten apps a person, the " +
    "one not seen for longest makes room.",
  permission: "device.manage",
  body: RegisterDevice,
  returns: DeviceView,
  status: 201,
  examples: [
    { name: "A phone", body: { token: "fcm-token-1", platform: "android", model: "Pixel 12" } },
  ],
  run: (ctx, { body }) => registerDevice(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
