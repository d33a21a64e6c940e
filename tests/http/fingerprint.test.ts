import { createHash, createHmac } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { KeyRing, SigningKey } from "@/lib/core/config";
import { canonicalJson, fingerprintOf, type Asked } from "@/lib/http/fingerprint";

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const [first, second] = ["a", "b"].map((id) => ({ id, secret: id.repeat(32) })) as [
  SigningKey,
  SigningKey,
];
const asked = (body: unknown, more: Partial<Asked> = {}, keys: KeyRing = [first]) =>
  fingerprintOf({ method: "POST", path: "/api/v1/things", body, ...more }, keys);
const value = (body: unknown, more: Partial<Asked> = {}) => asked(body, more).value;

describe("what a request says", () => {
  it("is the same in whatever order its fields stand, at every depth", () => {
    const one = JSON.parse('{"a":1,"b":{"c":[{"d":1,"e":2}],"f":null},"10":"x","9":"y"}');
    const other = JSON.parse('{"9":"y","b":{"f":null,"c":[{"e":2,"d":1}]},"10":"x","a":1.0}');
    expect(value(other)).toBe(value(one));
  });

  it.each([
    ["the order of a list", { a: [1, 2] }, { a: [2, 1] }],
    ["a number and its text", { a: 1 }, { a: "1" }],
    ["null and nothing", { a: null }, {}],
    ["a field's place", { a: { b: 1 } }, { a: {}, b: 1 }],
    ["a text's letters", { a: "é" }, { a: "e\u0301" }],
    ["an empty list and an empty object", { a: [] }, { a: {} }],
    ["a field named __proto__", JSON.parse('{"__proto__":1}'), {}],
  ])("is another by %s", (_what, one, other) => {
    expect(value(one)).not.toBe(value(other));
  });

  it("is another by method, path and query, whose names have no order", () => {
    const plain = value({ a: 1 });
    expect(value({ a: 1 }, { method: "PUT" })).not.toBe(plain);
    expect(value({ a: 1 }, { path: "/api/v1/others" })).not.toBe(plain);
    const dry = value({ a: 1 }, { query: new URLSearchParams("dryRun=true&zone=UTC") });
    expect(dry).not.toBe(plain);
    expect(value({ a: 1 }, { query: new URLSearchParams("zone=UTC&dryRun=true") })).toBe(dry);
    expect(value({ a: 1 }, { query: new URLSearchParams("dryRun=false&zone=UTC") })).not.toBe(dry);
    expect(value({ a: 1 }, { query: new URLSearchParams() })).toBe(plain);
  });

  it("is the same by whatever name the endpoint was called", () => {
    expect(value({ a: 1 }, { calledPath: "/api/Thing" })).toBe(value({ a: 1 }));
    expect(value({ a: 1 }, { path: "/api/v1/Things" })).toBe(value({ a: 1 }));
  });

  it("counts an upload by its hash and name, and never writes its bytes as JSON", () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const file = { name: "gate.png", type: "image/png", bytes, sha256: sha256(bytes) };
    expect(value({ file: { ...file, bytes: new Uint8Array(3) } })).toBe(value({ file }));
    expect(value({ file: { ...file, sha256: sha256("other") } })).not.toBe(value({ file }));
    expect(value({ file: { ...file, name: "b.png" } })).not.toBe(value({ file }));
    expect(() => canonicalJson({ deep: [{ bytes }] })).toThrow("hash");
    expect(() => canonicalJson(Buffer.from("abc"))).toThrow("hash");
  });
});

describe("what is kept of a request", () => {
  const body = { name: "Ama", password: "Charge-me-up-27" };
  const open = sha256(canonicalJson(["POST", "/api/v1/things", [], body]));

  it("cannot be made of a guess without the secret, nor with the secret as it signs tokens", () => {
    const kept = value(body);
    expect(kept).not.toContain(open);
    const signed = createHmac("sha256", first.secret).update(open).digest("hex");
    expect(kept).not.toContain(signed);
    expect(asked(body, {}, [second]).value).not.toBe(kept);
  });

  it("is known again through a change of keys, and not once its own is gone", () => {
    const kept = value(body);
    expect(asked(body, {}, [second, first]).isOf(kept)).toBe(true);
    expect(asked({ ...body, name: "Kofi" }, {}, [second, first]).isOf(kept)).toBe(false);
    expect(asked(body, {}, [second]).isOf(kept)).toBe(false);
  });

  it("is known in the form before, without a secret, by its text or by its meaning", () => {
    const none = "0".repeat(64);
    expect(asked(body).isOf(`3:${open}:${none}`)).toBe(true);
    const meant = { query: [], body };
    expect(asked({ said: "otherwise" }, { meant }).isOf(`3:${none}:${open}`)).toBe(true);
    expect(asked(body).isOf(`2:${open}`)).toBe(true);
    expect(asked({ ...body, password: "another" }).isOf(`3:${open}:${open}`)).toBe(false);
  });
});

describe("what the release before kept", () => {
  const former = (method: string, path: string, body: unknown) =>
    sha256(`${method} ${path}\n${JSON.stringify(body ?? null)}`);

  it("is known again by the path that was called and the text that was sent", () => {
    const body = { b: 1, a: [2] };
    const kept = former("POST", "/api/thing", body);
    expect(asked(body, { calledPath: "/api/Thing" }).isOf(kept)).toBe(true);
    expect(asked(body).isOf(kept)).toBe(false);
    expect(asked({ b: 2 }, { calledPath: "/api/Thing" }).isOf(kept)).toBe(false);
    expect(asked(undefined).isOf(former("POST", "/api/v1/things", undefined))).toBe(true);
    const action = asked(body, { method: "action", path: "booking.modifyOwn" });
    expect(action.isOf(former("action", "booking.modifyOwn", body))).toBe(true);
  });

  it.each([0, 1, 65_536, 65_537, 150_000])("is known of an upload of %i bytes", (size) => {
    const bytes = new Uint8Array(size).map((_, at) => at % 251);
    const said = { name: 'gate "1".png', type: "image/png", bytes };
    const kept = former("POST", "/api/v1/things", { file: said });
    expect(asked({ file: { ...said, sha256: sha256(bytes) } }).isOf(kept)).toBe(true);
    const other = bytes.slice();
    if (size === 0) return;
    other[size - 1] = 252;
    expect(asked({ file: { ...said, bytes: other, sha256: "" } }).isOf(kept)).toBe(false);
  });

  it("does not pass for the present form, nor the other way round", () => {
    expect(asked({ a: 1 }).isOf(value({ a: 1 }))).toBe(true);
    expect(asked({ a: 1 }).isOf(value({ a: 2 }))).toBe(false);
    expect(asked({ a: 1 }).isOf(value({ a: 1 }).slice(2))).toBe(false);
  });
});
