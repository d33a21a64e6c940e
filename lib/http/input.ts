import { createHash } from "node:crypto";

import { z } from "zod";

import { fail, isAppError } from "@/lib/core/errors";
import { fault } from "@/lib/core/fault";
import { inDigits } from "@/lib/core/fields";
import { mebibyte } from "@/lib/core/sizes";

import { readJsonObject } from "./body";
import { formOverhead } from "./body-limits";
import type { Saying } from "./contracts/contract-of";
import { isBare, type Fields } from "./contracts/projection";
import { inTheirWords, readSaid, type Said } from "./contracts/read-said";
import type { AnyDeclaration, UploadedFile } from "./declaration";
import { parseInput } from "./validation";

/** A request's parts as their schemas read them. */
export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The body before its schema, in our words; or what was uploaded. */
  readonly raw: unknown;
  readonly said: Said;
}

/** `page` from 1, `limit` 1–100, default 10 (api.md, Success). */
export const PageParameters = z.object({
  page: inDigits(z.int().min(1, fault("first_page")).max(1_000_000)).default(1),
  limit: inDigits(
    z
      .int()
      .min(1, fault("at_least", { least: 1 }))
      .max(100, fault("at_most", { most: 100 })),
  ).default(10),
});

/** The same for a list that answers no pagination: all there is, up to 1,000 (api.md, Four contracts). */
const BarePageParameters = PageParameters.extend({
  limit: inDigits(
    z
      .int()
      .min(1, fault("at_least", { least: 1 }))
      .max(1_000, fault("at_most", { most: 1_000 })),
  ).default(1_000),
});

/**
 * Reads and checks everything a request says, in whatever contract it says it; `note` hears which that is before
 * anything is refused for what it says.
 */
export async function readInput(
  declared: AnyDeclaration,
  request: Request,
  params: Record<string, string>,
  saying: Pick<Saying, "offered" | "claim">,
  note: (said: Said) => void,
): Promise<Input> {
  const upload = declared.upload && { file: await readUpload(request, declared.upload) };
  const pages = pagesOf(declared);
  const known = {
    ...declared,
    queryNames: Object.keys({ ...declared.query?.shape, ...pages?.shape }),
  };
  const said = readSaid(
    known,
    { ...saying, headers: request.headers },
    {
      body: upload ? undefined : await readBody(declared, request, saying.offered),
      query: givenQuery(new URL(request.url).searchParams),
      isNew: request.method === "POST",
    },
  );
  note(said);
  const raw = upload ?? (declared.body ? (said.body ?? {}) : undefined);
  try {
    return {
      params: declared.params ? parseParams(declared.params, params) : params,
      query: parseQuery(declared, said),
      body: declared.body ? parseInput(declared.body, raw) : raw,
      raw,
      said,
    };
  } catch (error) {
    throw inTheirWords(error, said.written);
  }
}

/** The body's fields; a bare contract may send a key of idempotency in one where nothing else is asked for. */
async function readBody(
  declared: AnyDeclaration,
  request: Request,
  offered: Saying["offered"],
): Promise<Fields | undefined> {
  const mayHoldKey = isBare(offered[0]) && request.method !== "GET" && request.method !== "HEAD";
  return declared.body || mayHoldKey ? readJsonObject(request) : undefined;
}

/** An id that cannot be one names nothing, so it is not found rather than invalid. */
function parseParams(schema: z.ZodObject, params: Record<string, string>): unknown {
  try {
    return parseInput(schema, params);
  } catch (error) {
    throw isAppError(error) ? fail("request.not_found") : error;
  }
}

function givenQuery(search: URLSearchParams): Fields {
  const given: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    if (values.some((value) => value.includes("\0"))) {
      throw fail("request.malformed", { why: "nul_in_parameter", name });
    }
    given[name] = values.length > 1 ? values : values[0];
  }
  return given;
}

function parseQuery(declared: AnyDeclaration, said: Said): unknown {
  const own = declared.query ?? z.object({});
  const pages = isBare(said.contract) ? BarePageParameters : PageParameters;
  const all = pagesOf(declared) ? own.extend(pages.shape) : own;
  // A filter that is misspelt would answer more than was asked for; other contracts leave it out (`read-said.ts`).
  return parseInput(all.strict(), said.query);
}

/** The parameters by which a list is asked for in pages, unless its query has its own. */
function pagesOf({ paged, query }: AnyDeclaration): z.ZodObject | undefined {
  return paged && !Object.hasOwn(query?.shape ?? {}, "page") ? PageParameters : undefined;
}

async function readUpload(
  request: Request,
  limits: NonNullable<AnyDeclaration["upload"]>,
): Promise<UploadedFile> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > limits.maxBytes + formOverhead) {
    throw tooLarge(limits.maxBytes);
  }
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const file =
    type === "multipart/form-data"
      ? await formFile(request, limits.maxBytes)
      : await rawFile(request, type, limits.maxBytes);
  if (file.bytes.byteLength > limits.maxBytes) throw tooLarge(limits.maxBytes);
  const known = limits.byContent || saysNothing(file.type) || limits.types.includes(file.type);
  if (!known || (type !== "multipart/form-data" && !limits.raw)) {
    throw fail("request.media_type", { expected: limits.types });
  }
  return file;
}

/** What senders say who do not know a file's type; what is in it will tell. */
const saysNothing = (type: string) => type === "" || type === "application/octet-stream";

const tooLarge = (bytes: number) =>
  fail("request.too_large", { mebibytes: Math.floor(bytes / mebibyte) });

async function formFile(request: Request, limit: number): Promise<UploadedFile> {
  let size = 0;
  const isOver = () => size > limit + formOverhead;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, out) {
      size += part.byteLength;
      if (isOver()) out.error(tooLarge(limit));
      else out.enqueue(part);
    },
  });
  const type = request.headers.get("content-type") ?? "";
  const body = request.body?.pipeThrough(bounded);
  const form = await new Response(body, { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw isOver() ? tooLarge(limit) : fail("request.malformed", { why: "no_form" });
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
