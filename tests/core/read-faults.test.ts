import { expect, it, test } from "vitest";
import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { day, inDigits } from "@/lib/core/fields";

import { inputFaults } from "../support/input-faults";

const said = (schema: z.ZodType, value: unknown) =>
  inputFaults(schema, value).map(({ field, code, message }) => [field, code, message]);

// What zod finds by itself: none of its own sentences reaches anybody.
test.for<[z.ZodType, unknown, string, string]>([
  [z.string(), undefined, "missing", "Must be given."],
  [z.string(), 7, "text", "Must be text."],
  [z.number(), "7", "number", "Must be a number."],
  [z.int(), 7.5, "whole_number", "Use a whole number."],
  [inDigits(z.number()), "x", "number", "Must be a number."],
  [z.boolean(), "yes", "yes_or_no", "Must be true or false."],
  [z.stringbool(), "perhaps", "yes_or_no", "Must be true or false."],
  [z.array(z.string()), {}, "list", "Must be a list."],
  [z.object({}), [], "object", "Must be an object."],
  [z.record(z.string(), z.string()), 1, "object", "Must be an object."],
  [z.date(), "x", "wrong_kind", "Is of another kind than what is asked for."],
  [z.enum(["Red", "Blue"]), "Pink", "one_of", "Use one of these: Red, Blue."],
  [z.literal("Red"), "Pink", "one_of", "Use one of these: Red."],
  [z.string().max(2), "abc", "too_long", "Use at most 2 characters."],
  [z.string().min(2), "a", "too_short", "Use at least 2 characters."],
  [z.array(z.string()).max(1), ["a", "b"], "too_many", "Use at most 1 entry."],
  [z.array(z.string()).min(2), [], "too_few", "Use at least 2 entries."],
  [z.number().max(5), 6, "use_at_most", "Use at most 5."],
  [z.number().min(5), 4, "use_at_least", "Use at least 5."],
  [z.number().lt(5), 5, "less_than", "Must be less than 5."],
  [z.number().positive(), 0, "more_than", "Must be more than 0."],
  [z.number().multipleOf(5), 6, "multiple_of", "Use a multiple of 5."],
  [z.string().regex(/^a$/), "b", "malformed", "Is not in the form that is asked for."],
  [z.uuid(), "b", "any_id", "Use an id."],
  [z.email(), "b", "email", "Use an address such as ada@example.com."],
  [z.custom((value) => value === 1), 2, "not_right", "Is not as it should be."],
  [z.never(), 2, "wrong_kind", "Is of another kind than what is asked for."],
])("%#: %s", ([schema, value, code, message]) => {
  expect(said(z.object({ it: schema }), { it: value })).toEqual([["it", code, message]]);
});

it("says a schema's own fault, with its values, wherever it stands", () => {
  const schema = z.object({
    days: z.array(z.string().max(3, fault("range", { least: 1, most: 3 }))),
  });
  expect(said(schema, { days: ["a", "long"] })).toEqual([["days.1", "range", "Use 1 to 3."]]);
});

it("names every field that is not known", () => {
  expect(said(z.object({ a: z.strictObject({}) }), { a: { b: 1, c: 2 } })).toEqual([
    ["a.b", "unknown_field", "There is no such field here."],
    ["a.c", "unknown_field", "There is no such field here."],
  ]);
});

it("takes of several forms the one that was meant", () => {
  const entry = z.object({ name: z.string().min(1, fault("empty")) });
  const schema = z.object({ it: z.union([z.int().max(3), z.array(entry), day]) });
  expect(said(schema, { it: 5 })).toEqual([["it", "use_at_most", "Use at most 3."]]);
  expect(said(schema, { it: [{ name: "" }] })).toEqual([
    ["it.0.name", "empty", "Must not be empty."],
  ]);
  expect(said(schema, { it: "soon" })).toEqual([
    ["it", "day", "Use YYYY-MM-DD, such as 2026-12-25."],
  ]);
  expect(said(schema, { it: true })).toEqual([["it", "not_right", "Is not as it should be."]]);
  expect(said(schema, {})).toEqual([["it", "missing", "Must be given."]]);
});
