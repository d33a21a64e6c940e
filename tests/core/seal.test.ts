import { expect, it } from "vitest";

import type { KeyRing } from "@/lib/core/config";
import { seal, unseal } from "@/lib/core/seal";

const [old, fresh] = ["a", "b"].map((id) => ({ id, secret: id.repeat(40) })) as [
  KeyRing[0],
  KeyRing[0],
];

it("opens what was sealed, under the old key as well while it stands second", () => {
  const sealed = seal([old], "token é ✓", "device/1");
  expect(sealed).not.toContain("token");
  expect(unseal([old], sealed, "device/1")).toBe("token é ✓");
  expect(unseal([fresh, old], sealed, "device/1")).toBe("token é ✓");
  expect(seal([old], "token é ✓", "device/1")).not.toBe(sealed);
});

it("opens nothing in another place, under another key, or changed by a sign", () => {
  const sealed = seal([old], "token", "device/1");
  expect(() => unseal([old], sealed, "device/2")).toThrow();
  expect(() => unseal([fresh], sealed, "device/1")).toThrow("DATA_KEYS has no key a");
  expect(() => unseal([{ ...fresh, id: "a" }], sealed, "device/1")).toThrow();
  const [id, iv, tag, text = ""] = sealed.split(".");
  const other = `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
  expect(() => unseal([old], [id, iv, tag, other].join("."), "device/1")).toThrow();
  expect(() => unseal([old], "a.b", "device/1")).toThrow("not sealed by us");
  // A tag cut short is easier to guess.
  const cut = Buffer.from(tag ?? "", "base64url")
    .subarray(0, 4)
    .toString("base64url");
  expect(() => unseal([old], [id, iv, cut, text].join("."), "device/1")).toThrow();
});
