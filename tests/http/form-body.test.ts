import { describe, expect, it } from "vitest";
import { z } from "zod";

import { formBody } from "@/lib/http/form-body";

/** A form with these fields, in this order. */
function form(...fields: readonly (readonly [name: string, value: string | Blob])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const Booking = z.strictObject({
  name: z.string().trim().min(1),
  plate: z.string().optional(),
  note: z.string().nullish(),
  places: z.int(),
  powerKw: z.number().optional(),
  limitKw: z.number().nullish(),
});

describe("formBody()", () => {
  it("keeps text as it was typed: trimming is the schema's", () => {
    expect(formBody(Booking, form(["name", " Ada "]))).toEqual({ name: " Ada " });
  });

  it("keeps blank text that must be given, so that its rule speaks", () => {
    const body = formBody(Booking, form(["name", "  "]));
    expect(body).toEqual({ name: "  " });
    expect(Booking.safeParse(body).error?.issues[0]).toMatchObject({ path: ["name"] });
  });

  it("leaves blank text out where it may be, and says null where that is taken", () => {
    expect(formBody(Booking, form(["plate", ""], ["note", " "]))).toEqual({ note: null });
  });

  it("says nothing of a field that the form has not", () => {
    expect(formBody(Booking, form())).toEqual({});
    expect(formBody(z.object({ city: z.string().default("Albany") }), form())).toEqual({});
  });

  it.each([
    ["3", 3],
    [" 3 ", 3],
    ["-0.5", -0.5],
    ["1 000", "1 000"],
    ["3,5", "3,5"],
    ["three", "three"],
  ])("reads %j as the number %j, or leaves it for its rule", (text, value) => {
    expect(formBody(Booking, form(["places", text]))).toEqual({ places: value });
  });

  it("takes a blank number for none, never for zero", () => {
    const blank = form(["places", ""], ["powerKw", " "], ["limitKw", ""]);
    expect(formBody(Booking, blank)).toEqual({ limitKw: null });
    expect(formBody(z.object({ places: z.coerce.number() }), form(["places", ""]))).toEqual({});
  });

  it("reads numbers that are written out, and leaves text to what takes either", () => {
    const schema = z.object({
      step: z.union([z.literal(30), z.literal(60)]).optional(),
      amount: z.union([z.number(), z.string()]),
    });
    expect(formBody(schema, form(["step", "30"], ["amount", "0.50"]))).toEqual({
      step: 30,
      amount: "0.50",
    });
    expect(formBody(schema, form(["step", "45"]))).toEqual({ step: "45" });
    expect(formBody(schema, form(["step", ""]))).toEqual({});
  });

  it("hears from a box whether it is ticked", () => {
    const schema = z.object({ agreed: z.boolean(), chargeFee: z.boolean().optional() });
    expect(formBody(schema, form(["agreed", "on"], ["chargeFee", "on"]))).toEqual({
      agreed: true,
      chargeFee: true,
    });
    expect(formBody(schema, form())).toEqual({ agreed: false });
    expect(formBody(schema, form(["agreed", ""], ["chargeFee", "false"]))).toEqual({
      agreed: false,
      chargeFee: false,
    });
    expect(formBody(schema, form(["chargeFee", "false"], ["chargeFee", "on"]))).toMatchObject({
      chargeFee: true,
    });
    expect(formBody(schema, form(["agreed", "perhaps"]))).toEqual({ agreed: "perhaps" });
  });

  it("takes a list's field several times, or once with commas", () => {
    const schema = z.object({ ids: z.array(z.string()).optional(), days: z.array(z.int()) });
    expect(formBody(schema, form(["ids", "a"], ["ids", "b"]))).toEqual({ ids: ["a", "b"] });
    expect(formBody(schema, form(["ids", " a, b,, "], ["days", "1, 2"]))).toEqual({
      ids: ["a", "b"],
      days: [1, 2],
    });
  });

  it("tells a list without an entry from a form without the list", () => {
    const schema = z.object({ ids: z.array(z.string()).optional() });
    expect(formBody(schema, form(["ids", ""]))).toEqual({ ids: [] });
    expect(formBody(schema, form(["ids", ""], ["ids", "a"]))).toEqual({ ids: ["a"] });
    expect(formBody(schema, form())).toEqual({});
  });

  it("takes a list of objects by their numbers, as far as they follow one another", () => {
    const Kind = z.strictObject({
      count: z.int(),
      plug: z.string(),
      powerKw: z.number().optional(),
    });
    const schema = z.object({ kinds: z.union([z.int(), z.array(Kind)]).optional() });
    const given = form(
      ["kinds.0.count", "2"],
      ["kinds.0.plug", "CCS"],
      ["kinds.1.powerKw", "62.5"],
      ["kinds.1.plug", ""],
      ["kinds.3.count", "9"],
    );
    expect(formBody(schema, given)).toEqual({
      kinds: [
        { count: 2, plug: "CCS" },
        { plug: "", powerKw: 62.5 },
      ],
    });
    expect(formBody(schema, form(["kinds", "3"]))).toEqual({ kinds: 3 });
    expect(formBody(schema, form(["kinds.1.count", "3"]))).toEqual({});
  });

  it("nests by dots, and leaves out an object of which nothing is said", () => {
    const schema = z.strictObject({
      contact: z.strictObject({ email: z.string(), phone: z.string().optional() }),
      billing: z.strictObject({ taxId: z.string().optional() }).optional(),
      location: z.strictObject({ lat: z.number(), lng: z.number() }),
    });
    const given = form(
      ["contact.email", "ada@example.com"],
      ["contact.phone", ""],
      ["billing.taxId", ""],
      ["location.lat", "42.65"],
      ["location.lng", ""],
    );
    expect(formBody(schema, given)).toEqual({
      contact: { email: "ada@example.com" },
      location: { lat: 42.65 },
    });
  });

  it("leaves out what the schema has not: controls of the page, the framework's own, files", () => {
    const given = form(
      ["$ACTION_ID_1", "x"],
      ["area", "admin"],
      ["__proto__.name", "x"],
      ["name", new Blob(["x"])],
    );
    expect(formBody(Booking, given)).toEqual({});
  });

  it("asks a schema with rules and transformations for its fields alone", () => {
    const schema = z
      .strictObject({
        at: z
          .string()
          .transform((text) => new Date(text))
          .optional(),
        mode: z
          .string()
          .toLowerCase()
          .pipe(z.enum(["ac", "dc"])),
        kind: z.enum(["A", "B"]).default("A"),
        most: z.coerce.number().pipe(z.int()),
      })
      .refine(() => {
        throw new Error("judged too early");
      });
    const given = form(["at", ""], ["mode", "AC"], ["kind", ""], ["most", "7"]);
    expect(formBody(schema, given)).toEqual({ mode: "AC", most: 7 });
    expect(formBody(schema.pipe(z.any()), given)).toEqual({ mode: "AC", most: 7 });
  });

  it("asks again for what may be left out elsewhere", () => {
    const change = Booking.partial().required({ name: true });
    expect(formBody(change, form(["name", ""], ["places", ""]))).toEqual({ name: "" });
  });

  it("takes for a number what people type for one, and parts no list that is too long for any", () => {
    const schema = z.object({ places: z.number(), codes: z.array(z.string()).max(5) });
    for (const slip of ["0x10", "1e3", "Infinity", "1,5"]) {
      expect(formBody(schema, form(["places", slip]))).toMatchObject({ places: slip });
    }
    expect(formBody(schema, form(["places", " -7.50 "]))).toMatchObject({ places: -7.5 });
    const { codes } = formBody(schema, form(["codes", "a,".repeat(500_000)])) as {
      codes: unknown[];
    };
    expect(codes).toHaveLength(1_001);
  });

  it("reads nothing but objects", () => {
    expect(() => formBody(z.string(), form())).toThrow(TypeError);
  });

  describe("a record of an enumeration's names", () => {
    const Ways = z.strictObject({
      email: z.partialRecord(z.enum(["reminder", "offer"]), z.boolean()).optional(),
    });

    it("nests, and leaves out what the form has not", () => {
      const said = form(
        ["email.reminder", "false"],
        ["email.reminder", "true"],
        ["email.x", "true"],
      );
      expect(formBody(Ways, said)).toEqual({ email: { reminder: true } });
      expect(formBody(Ways, form(["email.offer", "false"]))).toEqual({ email: { offer: false } });
      expect(formBody(Ways, form())).toEqual({});
    });
  });

  describe("an object that may be null", () => {
    const Quiet = z.strictObject({
      hours: z
        .strictObject({ from: z.string().min(1), to: z.string().min(1) })
        .nullable()
        .optional(),
    });

    it("is null where all its fields are blank, and judged where one is not", () => {
      expect(formBody(Quiet, form(["hours.from", ""], ["hours.to", " "]))).toEqual({ hours: null });
      const half = formBody(Quiet, form(["hours.from", "22:00"], ["hours.to", ""]));
      expect(half).toEqual({ hours: { from: "22:00", to: "" } });
      expect(Quiet.safeParse(half).error?.issues[0]).toMatchObject({ path: ["hours", "to"] });
      expect(formBody(Quiet, form())).toEqual({});
    });
  });
});
