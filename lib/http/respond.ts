import { createHash } from "node:crypto";

import type { Context } from "@/lib/core/context";
import type { Contract } from "@/lib/core/contract";
import { mostCounted, type Page } from "@/lib/core/pages";

import { pageLinks } from "./contracts/page-links";
import { isBare } from "./contracts/projection";
import { sayAnswer } from "./contracts/say-answer";
import { isContent, type AnyDeclaration, type Content } from "./declaration";
import type { KeptResult } from "./idempotency";
import type { Input } from "./input";

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
  request: Request,
  input: Input,
  data: unknown,
  headers: Headers,
): Response {
  if (isContent(data)) return contentResponse(data, headers);
  if (declared.paged) return pageResponse(declared, request, input, data as Page<unknown>, headers);
  return respondKept(declared, input, keep(declared, data), headers);
}

/** The answer of a result as it is kept: in Baybook's words, to be said in those of the request. */
export function respondKept(
  declared: AnyDeclaration,
  { said: { contract } }: Input,
  { status, headers: kept, data }: KeptResult,
  headers: Headers,
): Response {
  for (const [name, value] of Object.entries(kept)) headers.set(name, value);
  if (status !== 204)
    return enveloped(contract, sayAnswer(declared, contract, data), status, headers);
  // EV-CMS's clients read JSON from every answer.
  if (contract === "ev-cms") return enveloped(contract, {}, 200, headers);
  return new Response(null, { status, headers });
}

/** Data in its envelope (api.md, Success), or alone. */
function enveloped(contract: Contract, data: unknown, status: number, headers: Headers): Response {
  return Response.json(isBare(contract) ? data : { success: true, data }, { status, headers });
}

function pageResponse(
  declared: AnyDeclaration,
  request: Request,
  input: Input,
  page: Page<unknown>,
  headers: Headers,
): Response {
  const { contract } = input.said;
  const items = page.items.map((item) => sayAnswer(declared, contract, item));
  const { page: number, limit } = input.query as { page: number; limit: number };
  const isCapped = page.total > mostCounted;
  const total = Math.min(page.total, mostCounted);
  const totalPages = Math.ceil(total / limit);
  // Beyond what is counted there may be more, and what is known of them says so.
  const hasNext = number * limit < page.total;
  const hasPrev = number > 1 && totalPages > 0;
  if (isBare(contract)) {
    headers.set("X-Total-Count", String(total));
    const links = pageLinks(request, { page: number, totalPages, hasNext, isCapped });
    if (links) headers.set("Link", links);
    return enveloped(contract, items, 200, headers);
  }
  const pagination = {
    total,
    ...(isCapped && { totalIsCapped: true }),
    page: number,
    limit,
    totalPages,
    hasNext,
    hasPrev,
  };
  const beside = declared.beside && {
    [declared.beside]: declared.beside === "count" ? items.length : page.beside?.[declared.beside],
  };
  return Response.json({ success: true, data: items, pagination, ...beside }, { headers });
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
