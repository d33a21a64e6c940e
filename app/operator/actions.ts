"use server";

import { z } from "zod";

import { settleException } from "@/lib/charging/queue";
import { SettleException } from "@/lib/charging/queue/schema";
import { action } from "@/lib/http/action";

export const settle = action({
  permission: "exception.settle",
  body: SettleException.extend({ id: z.uuid() }),
  run: settleException,
});
