import { describe, expect, it, test } from "vitest";
import { z } from "zod";

import * as fields from "@/lib/core/fields";

import { inputFaults } from "../support/input-faults";

/** What the field makes of the value, or what it says against it. */
function read(field: z.ZodType, value: unknown): unknown {
  const result = field.safeParse(value);
  return result.success ? result.data : inputFaults(field, value).map(({ message }) => message);
}

const phone = "Use a phone number with its country code, such as +1 212 555 0100.";
const control = "Must be one line, without control characters.";

describe("text", () => {
  test.for([
    [fields.lineOfText(5), " five5 ", "five5"],
    [fields.lineOfText(5), " ", ["Must not be empty."]],
    [fields.lineOfText(5), "sixsix", ["Use at most 5 characters."]],
    [fields.lineOfText(5), "a\nb", [control]],
    [fields.lineOfText(5), "a\x07b", [control]],
    [fields.lineOfText(5), "a\u2028b", [control]],
    [fields.partOfLine(5), " ", ""],
    [fields.pageOfText(9), " one\r\n\ttwo ", "one\r\n\ttwo"],
    [fields.pageOfText(5), "a\x07b", ["Must be without control characters."]],
    [fields.pageOfText(2), "abc", ["Use at most 2 characters."]],
    [fields.emailAddress, " Ada@Example.com ", "ada@example.com"],
    [fields.emailAddress, "ada", ["Use an address such as ada@example.com."]],
    [fields.phoneNumber, "\u202a+1 (518) 555\u20110100\u202c", "+1 (518) 555\u20110100"],
    [fields.phoneNumber, "077 123 4567", "077 123 4567"],
    [fields.phoneNumber, "12345", [phone]],
    [fields.phoneNumber, "call 0771234567", [phone]],
    [fields.phoneNumber, "+".repeat(9), [phone]],
  ] as const)("%#: %s %s", ([field, value, expected]) => {
    expect(read(field, value)).toEqual(expected);
  });
});

describe("time", () => {
  test.for([
    [fields.instant, "2026-12-25T09:00:00+01:00", new Date("2026-12-25T08:00:00Z")],
    [fields.instant, "2026-12-25", ["Use an instant such as 2026-12-25T08:00:00Z."]],
    [fields.instant, "0202-12-25T08:00:00Z", ["Use a year between 2000 and 2199."]],
    [fields.day, "2028-02-29", "2028-02-29"],
    [fields.day, "2026-02-29", ["There is no such date."]],
    [fields.day, "25.12.2026", ["Use YYYY-MM-DD, such as 2026-12-25."]],
    [fields.day, "2200-01-01", ["Use a year between 2000 and 2199."]],
    [fields.timeZoneName, "Asia/Colombo", "Asia/Colombo"],
    [fields.timeZoneName, "+05:30", ["Use an IANA time zone, such as America/New_York."]],
    [fields.timeZoneName, "Mars/Olympus", ["Use an IANA time zone, such as America/New_York."]],
  ] as const)("%#: %s %s", ([field, value, expected]) => {
    expect(read(field, value)).toEqual(expected);
  });

  it("runs forward", () => {
    const range = z
      .object({ startsAt: fields.instant, endsAt: fields.instant })
      .refine(...fields.forwardOnly);
    const at = "2026-12-25T08:00:00Z";
    expect(read(range, { startsAt: at, endsAt: at })).toEqual(["The end must be after the start."]);
    expect(range.safeParse({ startsAt: at, endsAt: "2026-12-25T08:00:01Z" }).success).toBe(true);
  });
});

describe("ids, amounts and lists", () => {
  const id = "0198A000-0000-7000-8000-00000000000A";
  test.for([
    [fields.idOf("station_id"), id, id.toLowerCase()],
    [fields.idOf("station_id"), "7", ["Use the id of a station."]],
    [fields.anyId, "7", ["Use an id."]],
    [fields.amount, 8.85, 8.85],
    [fields.amount, " 8.85 ", "8.85"],
    [fields.amount, "-1", ["Use an amount such as 8.85."]],
    [fields.amount, 1e-7, ["Use an amount such as 8.85."]],
    [fields.amount, "1.2345678", ["Use an amount such as 8.85."]],
    [fields.amount, null, ["Use an amount such as 8.85."]],
  ] as const)("%#: %s %s", ([field, value, expected]) => {
    expect(read(field, value)).toEqual(expected);
  });

  it("sorts by the fields both ways, and by nothing else", () => {
    const sort = fields.sortBy("name", "createdAt");
    expect(sort.options).toEqual(["name", "-name", "createdAt", "-createdAt"]);
    expect(sort.safeParse("id").success).toBe(false);
  });

  it("asks a change for something to change; null is something, undefined is not", () => {
    const change = z
      .object({ name: z.string().nullish(), phone: z.string().nullish() })
      .refine(...fields.somethingToChange);
    expect(read(change, {})).toEqual(["Name at least one field to change."]);
    expect(read(change, { name: undefined })).toEqual(["Name at least one field to change."]);
    expect(change.safeParse({ phone: null }).success).toBe(true);
  });
});
