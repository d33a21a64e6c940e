import { expect, test } from "vitest";

import { phoneInWords, readPhone } from "@/lib/core/phones";

// F13: by a kept library, at every door.
test.for<[typed: string, country: string | null, phone: string | null]>([
  ["+94 (0)77 123 4567", null, "+94771234567"],
  ["+94 (0)77 123 4567", "US", "+94771234567"],
  ["＋94 77 123 4567", null, "+94771234567"],
  ["077 123 4567", "LK", "+94771234567"],
  ["077‑123‑4567", "LK", "+94771234567"],
  ["(077) 123.4567", "LK", "+94771234567"],
  ["0094 77 123 4567", "LK", "+94771234567"],
  ["011 94 77 123 4567", "US", "+94771234567"],
  ["٠٧٧١٢٣٤٥٦٧", "LK", "+94771234567"],
  ["518-555-0142", "US", "+15185550142"],
  ["06 1234 5678", "IT", "+390612345678"],
  ["077 123 4567", null, null],
  ["077 123 4567", "US", null],
  ["077 123 4567", "ZZ", null],
  ["518-555-0142 888-555-0187", "US", null],
  ["(518) 555-0142 ext. 12", "US", null],
  ["call +94771234567 now", null, null],
  ["200212345679", "LK", null],
  ["+94 12", null, null],
  ["", "LK", null],
  ["+".repeat(1_000), "LK", null],
])("%s in %s: %s", ([typed, country, phone]) => {
  expect(readPhone(typed, country)).toBe(phone);
});

test.each([
  ["+18889982546", "+1 888 998 2546"],
  ["+94771234567", "+94 77 123 4567"],
  // What a source wrote that is no phone stays as it is.
  ["see the app", "see the app"],
])("%s is written as people do", (phone, words) => expect(phoneInWords(phone)).toBe(words));
