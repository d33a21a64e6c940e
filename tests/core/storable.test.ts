import { describe, expect, it } from "vitest";

import { storable } from "@/lib/core/storable";

describe("what jsonb cannot hold", () => {
  it.each([
    ["a NUL", "x\0y", "x\ufffdy"],
    ["a first half", "x\ud83d", "x\ufffd"],
    ["a second half", "\ude00x", "\ufffdx"],
    ["halves in the wrong order", "\ude00\ud83d", "\ufffd\ufffd"],
    ["a NUL behind a backslash", "\\\0", "\\\ufffd"],
    ["in a list", ["fine", ["\0"]], ["fine", ["\ufffd"]]],
    ["in a name", { "a\ud83d": { "b\0": 1 } }, { "a\ufffd": { "b\ufffd": 1 } }],
  ])("%s is mended", (_, value, mended) => {
    expect(storable(value)).toEqual(mended);
  });

  it.each([
    ["a whole emoji", "😀"],
    ["words about a NUL", "\\u0000 and \\\\ud83d"],
    ["other control characters", "\n\t\u0001\u007f"],
    ["a date", new Date(0)],
    ["nothing", undefined],
  ])("%s stays itself", (_, value) => {
    const whole = { value };
    expect(storable(whole)).toBe(whole);
    expect(storable(value)).toBe(value);
  });
});
