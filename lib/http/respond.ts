import { createHash } from "node:crypto";

import type { Context } from "@/lib/core/context";
import type { Page } from "@/lib/core/pages";

import { isContent, type AnyDeclaration, type Content } from "./declaration";
import type { KeptResult } from "./idempotency";
import type { Input } from "./input";

/** `v1`: the envelope of api.md; `bare`: `data` alone, for the core names. */
export type Envelope = "v1" | "bare";

/** What is kept of an answer for the next time its key is sent. */
export function keep(declared: AnyDeclaration, data: unknown): KeptResult {
  const location = declared.location?.(data as never);
  return {
    status: declared.status ?? 200,
    headers: location ? { Location: location } : {},
    data: data ?? null,
  };
}

/** The answer in the form that its declaration says: a file, nothing, a page of a list, or data. */
export function respond(
  declared: AnyDeclaration,
  input: Input,
  data: unknown,
  envelope: Envelope,
  headers: Headers,
): Response {
  if (isContent(data)) return contentResponse(data, headers);
  if (declared.status === 204) return new Response(null, { status: 204, headers });
  const { status, headers: kept } = keep(declared, data);
  if (kept.Location) headers.set("Location", kept.Location);
  if (declared.paged) return pageResponse(data as Page<unknown>, input, envelope, headers);
  return json(data, status, envelope, headers);
}

/** Data in its envelope (api.md, Success). */
export function json(
  data: unknown,
  status: number,
  envelope: Envelope,
  headers: Headers,
): Response {
  return Response.json(envelope === "v1" ? { success: true, data } : data, { status, headers });
}

function pageResponse(
  page: Page<unknown>,
  input: Input,
  envelope: Envelope,
  headers: Headers,
): Response {
  if (envelope === "bare") return json(page.items, 200, envelope, headers);
  const { page: number, limit } = input.query as { page: number; limit: number };
  const totalPages = Math.ceil(page.total / limit);
  const pagination = {
    total: page.total,
    page: number,
    limit,
    totalPages,
    hasNext: number < totalPages,
    hasPrev: number > 1 && totalPages > 0,
  };
  return Response.json({ success: true, data: page.items, pagination }, { headers });
}

function contentResponse(file: Content, headers: Headers): Response {
  headers.set("Content-Type", file.contentType);
  if (file.filename) headers.set("Content-Disposition", `inline; filename="${file.filename}"`);
  for (const [name, value] of Object.entries(file.headers ?? {})) headers.set(name, value);
  const body = typeof file.content === "string" ? file.content : new Uint8Array(file.content);
  return new Response(body, { headers });
}

/** Public data may be kept, but is asked for anew each time; unchanged, it is not sent again (api.md, Caching). */
export async function tagged(
  ctx: Context,
  declared: AnyDeclaration,
  request: Request,
  response: Response,
): Promise<Response> {
  if (declared.cache !== "public") return response;
  const { status, headers } = response;
  const body = await response.text();
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", tag);
  // What staff see of their own stations is for themselves.
  const whose = ctx.actor.kind === "Anonymous" ? "public" : "private";
  headers.set("Cache-Control", `${whose}, max-age=0, must-revalidate`);
  headers.append("Vary", "Authorization, Cookie, Accept-Language");
  if (request.headers.get("if-none-match") === tag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}
