import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { removeDevice } from "@/lib/insight/inbox";

export const DELETE = endpoint({
  tag: "Notifications",
  summary: "Let an app ring no more",
  permission: "device.manage",
  params: z.object({ id: z.uuid() }),
  status: 204,
  run: (ctx, { params }) => removeDevice(ctx, params),
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });
