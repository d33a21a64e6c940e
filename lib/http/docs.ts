import { readFile } from "node:fs/promises";
import path from "node:path";

import { productName } from "@/lib/core/product-name";
import { baseUrlOf } from "@/lib/process/environment";

import { openApiDocument } from "./openapi";
import { nothingHere } from "./refusal";
import type { Routes } from "./routes";
import { securityHeaders } from "./security-headers";

/** Makes the handler that answers the description of these routes as JSON. */
export function openApiHandler(routes: Routes, contract?: "ev-cms"): () => Response {
  // Made once: it takes a while, and only a new build or a new environment changes it.
  let text: string | undefined;
  return () => {
    text ??= JSON.stringify(openApiDocument(routes, baseUrlOf(process.env), contract));
    return new Response(text, {
      headers: {
        "Content-Type": "application/json",
        "Cache-Control": "public, max-age=0, must-revalidate",
      },
    });
  };
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${productName} API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <nav><a href="/api/docs">${productName}</a> · <a href="/api/docs?contract=ev-cms">EV-CMS</a></nav>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;

/** `?contract=ev-cms` shows the same in EV-CMS's words. */
const start = `const isTheirs = new URLSearchParams(location.search).get("contract") === "ev-cms";
SwaggerUIBundle({
  url: isTheirs ? "/api/v1/openapi-ev-cms.json" : "/api/v1/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
});`;

/** Swagger UI writes style attributes and shows its icons as data; its scripts are files of ours alone. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The browsable description. */
export function serveDocs(): Response {
  return file(page, "text/html; charset=utf-8");
}

const types: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

/** Swagger UI's own files, from its package: nothing is loaded from elsewhere. */
export async function serveDocsFile(
  request: Request,
  context: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: name } = await context.params;
  if (name === "start.js") return file(start, "text/javascript; charset=utf-8");
  const type = types[name];
  if (!type) return nothingHere(request);
  const place = path.join(process.cwd(), "node_modules", "swagger-ui-dist", name);
  return file(new Uint8Array(await readFile(place)), type);
}

function file(content: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(content, {
    headers: { ...securityHeaders(), "Content-Type": type, "Content-Security-Policy": policy },
  });
}
