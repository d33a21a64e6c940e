import { describe, expect, it } from "vitest";

import { readRefusal, refusalOf } from "@/components/form/send-picture";
import { mebibyte } from "@/lib/core/sizes";

describe("a picture that this browser could not make small", () => {
  it.each([
    [{ type: "image/gif", size: 5 * mebibyte }, null],
    [{ type: "image/gif", size: 5 * mebibyte + 1 }, "size"],
    [{ type: "image/heic", size: 1_000 }, "kind"],
    [{ type: "video/mp4", size: 90 * mebibyte }, "kind"],
    // A browser that does not know the kind says none.
    [{ type: "", size: 1_000 }, null],
  ])("%o", (file, why) => expect(refusalOf(file)).toBe(why));
});

describe("an answer, for who chose the picture", () => {
  it.each([
    [415, { message: "Send the body as image/jpeg." }, { why: "kind" }],
    [413, { message: "The body is larger than 10 MiB." }, { why: "size" }],
    // A proxy's own answer has no words of ours.
    [413, undefined, { why: "size" }],
    [502, undefined, { why: "unsent" }],
    [500, { message: "" }, { why: "unsent" }],
    [422, { message: "Some fields.", errors: [{ message: "At most 5." }] }, { said: "At most 5." }],
    [429, { message: "Try later." }, { said: "Try later." }],
  ])("%i %o", (status, said, refusal) => expect(readRefusal(status, said)).toEqual(refusal));
});
