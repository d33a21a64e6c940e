import { expect, it } from "vitest";

import { browserOf } from "@/lib/insight/inbox/rules";

it.each([
  ["https://fcm.googleapis.com/fcm/send/a", "chrome"],
  ["https://updates.push.services.mozilla.com/wpush/v2/a", "firefox"],
  ["https://web.push.apple.com/a", "safari"],
  ["https://wns2-par02p.notify.windows.com/w/?token=a", "edge"],
  ["https://fcm.googleapis.com.example.test/a", "other"],
  ["https://evilgoogle.com/a", "other"],
])("%s rings %s", (endpoint, browser) => {
  expect(browserOf(endpoint)).toBe(browser);
});
