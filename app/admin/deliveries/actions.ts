"use server";

import { z } from "zod";

import { action } from "@/lib/http/action";
import { retryDelivery } from "@/lib/records/outbox";
import { RetryDelivery } from "@/lib/records/outbox/schema";

export const retry = action({
  permission: "delivery.retry",
  body: RetryDelivery.extend({ eventId: z.uuid() }),
  run: retryDelivery,
});
