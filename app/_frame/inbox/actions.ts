"use server";

import { z } from "zod";

import { action } from "@/lib/http/action";
import {
  markAllNotifications,
  markNotification,
  removeAllNotifications,
  removeNotification,
} from "@/lib/insight/inbox";

const permission = "notification.manage";
const one = z.strictObject({ id: z.uuid() });
const all = z.strictObject({});

export const mark = action({ permission, body: one, run: markNotification });
export const markAll = action({ permission, body: all, run: markAllNotifications });
export const remove = action({ permission, body: one, run: removeNotification });
export const removeAll = action({ permission, body: all, run: removeAllNotifications });
