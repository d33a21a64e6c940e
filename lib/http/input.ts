import { createHash } from "node:crypto";
import { fault } from "@/lib/core/fault";

import { z } from "zod";

import { fail, isAppError } from "@/lib/core/errors";

import { readJsonObject } from "./body";
import type { AnyDeclaration, UploadedFile } from "./declaration";
import { parseInput } from "./validation";

/** A request's parts as their schemas read them; `raw` is the body as it was sent. */
export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly raw: unknown;
}

/** `page` from 1, `limit` 1–100, default 10 (api.md, Success). */
export const PageParameters = z.object({
  page: z.coerce.number().int().min(1, fault("first_page")).max(1_000_000).default(1),
  limit: z.coerce
    .number()
    .int()
    .min(1, fault("at_least", { least: 1 }))
    .max(100, fault("at_most", { most: 100 }))
    .default(10),
});

/** Reads and checks everything a request says. */
export async function readInput(
  declared: AnyDeclaration,
  request: Request,
  params: Record<string, string>,
): Promise<Input> {
  const raw = declared.upload
    ? { file: await readUpload(request, declared.upload) }
    : declared.body
      ? await readJsonObject(request, declared.aliases)
      : undefined;
  return {
    params: declared.params ? parseParams(declared.params, params) : params,
    query: parseQuery(declared, new URL(request.url).searchParams),
    body: declared.body ? parseInput(declared.body, raw) : raw,
    raw,
  };
}

/** An id that cannot be one names nothing, so it is not found rather than invalid. */
function parseParams(schema: z.ZodObject, params: Record<string, string>): unknown {
  try {
    return parseInput(schema, params);
  } catch (error) {
    throw isAppError(error) ? fail("request.not_found") : error;
  }
}

function parseQuery(declared: AnyDeclaration, search: URLSearchParams): unknown {
  const given: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    if (values.some((value) => value.includes("\0"))) {
      throw fail("request.malformed", { why: "nul_in_parameter", name });
    }
    given[name] = values.length > 1 ? values : values[0];
  }
  const own = declared.query ?? z.object({});
  if (!declared.paged) return parseInput(own, given);
  const paged = Object.keys(own.shape).includes("page") ? own : own.extend(PageParameters.shape);
  return parseInput(paged, given);
}

async function readUpload(
  request: Request,
  limits: NonNullable<AnyDeclaration["upload"]>,
): Promise<UploadedFile> {
  const overhead = 64 * 1024;
  if (Number(request.headers.get("content-length") ?? 0) > limits.maxBytes + overhead) {
    throw tooLarge(limits.maxBytes);
  }
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const file =
    type === "multipart/form-data"
      ? await formFile(request)
      : await rawFile(request, type, limits.maxBytes);
  if (file.bytes.byteLength > limits.maxBytes) throw tooLarge(limits.maxBytes);
  const known = limits.byContent === true || limits.types.includes(file.type);
  if (!known || (type !== "multipart/form-data" && !limits.raw)) {
    throw fail("request.media_type", { expected: limits.types });
  }
  return file;
}

const tooLarge = (bytes: number) =>
  fail("request.too_large", { mebibytes: Math.floor(bytes / 1024 / 1024) });

async function formFile(request: Request): Promise<UploadedFile> {
  const form = await request.formData().catch(() => {
    throw fail("request.malformed", { why: "no_form" });
  });
  const file = form.get("file");
  if (!(file instanceof File)) {
    throw fail("request.malformed", { why: "no_file" });
  }
  return {
    name: file.name,
    type: file.type.split(";")[0] ?? "",
    ...(await readBytes(file.stream())),
  };
}

async function rawFile(request: Request, type: string, limit: number): Promise<UploadedFile> {
  return { name: "", type, ...(await readBytes(request.body, limit)) };
}

/** The bytes, and their hash, made while they come. Throws 413 as soon as there are more than the limit. */
async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  limit = Infinity,
): Promise<Pick<UploadedFile, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.byteLength;
    if (size > limit) throw tooLarge(limit);
    hash.update(part);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), sha256: hash.digest("hex") };
}
