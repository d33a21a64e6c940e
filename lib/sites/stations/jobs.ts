import type { RoomJobs } from "@/lib/core/job";

import { keepCells } from "./keep-cells";

/** What this room does by the clock. */
export const jobs = {
  "map-cells": { cron: "*/5 * * * *", onStart: true, run: keepCells },
} satisfies RoomJobs;
