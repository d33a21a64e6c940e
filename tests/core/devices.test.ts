import { expect, it } from "vitest";

import { deviceOf } from "@/lib/core/devices";

it.each([
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome, Android",
  ],
  ["okhttp/4.12", "okhttp"],
  // What a program runs on says nothing to its user.
  ["node", null],
  ["undici", null],
  ["nodeview/2", "nodeview"],
])("%s", (agent, device) => expect(deviceOf(agent)).toBe(device));
