import { fail } from "@/lib/core/errors";
import { mebibyte } from "@/lib/core/sizes";

import { plainBody } from "./body-limits";
import { assertTame } from "./validation";

/**
 * The JSON object a request carries; `{}` where it carries none. Throws 415 for another type, 413 over 1 MiB
 * without reading on, 400 for what is no JSON object, and what `assertTame` throws.
 */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request);
  if (text.trim() === "") return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw fail("request.media_type", { expected: ["application/json"] });
  }
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw fail("request.malformed", { why: "no_object" });
  }
  assertTame(value);
  return value as Record<string, unknown>;
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > plainBody) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > plainBody) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  return decoded(Buffer.concat(parts));
}

/** JSON is UTF-8 (RFC 8259); read loosely, letters in another encoding would be lost without a word. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fail("request.malformed", { why: "no_utf8" });
  }
}

const tooLarge = () => fail("request.too_large", { mebibytes: plainBody / mebibyte });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fail("request.malformed", { why: "no_json" });
  }
}
