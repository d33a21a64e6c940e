"use server";

import { z } from "zod";

import { action } from "@/lib/http/action";
import { retryAllMessages, retryMessage } from "@/lib/insight/notifications";

export const retry = action({
  permission: "message.retry",
  body: z.strictObject({ id: z.uuid() }),
  run: retryMessage,
});

export const retryAll = action({
  permission: "message.retry",
  body: z.strictObject({}),
  run: retryAllMessages,
});
