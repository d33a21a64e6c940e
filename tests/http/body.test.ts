import { expect, test } from "vitest";

import { readJsonObject } from "@/lib/http/body";

const sent = (bytes: Uint8Array<ArrayBuffer>) =>
  readJsonObject(
    new Request("http://baybook.test", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: bytes,
    }),
  );
const text = (json: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(json, encoding));

test("F9: letters in another encoding are refused, never lost without a word", async () => {
  const json = '{"name":"Café Nuñez"}';
  expect(await sent(text(json, "utf8"))).toEqual({ name: "Café Nuñez" });
  expect(await sent(text(`\uFEFF${json}`, "utf8"))).toEqual({ name: "Café Nuñez" });
  for (const encoding of ["latin1", "utf16le"] as const) {
    await expect(sent(text(`\uFEFF${json}`.slice(1), encoding)), encoding).rejects.toMatchObject({
      code: "request.malformed",
      status: 400,
    });
  }
  await expect(sent(text(json, "latin1"))).rejects.toThrow("The body is not in UTF-8.");
});
