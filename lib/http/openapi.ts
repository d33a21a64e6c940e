import type { z } from "zod";

import { permissions } from "@/lib/core/permissions";
import { productName } from "@/lib/core/product-name";

import { describedFields, type DescribedFields } from "./contracts/described-fields";
import { describedEvents } from "./openapi-events";
import { paginationSchema } from "./openapi-pages";
import { eventSchemas } from "./openapi-webhooks";
import { projectionOf, type Translation } from "./contracts/projection";
import type { AnyDeclaration } from "./declaration";
import type { Endpoint } from "./endpoint";
import { idempotencyModeOf } from "./idempotency";
import { jsonSchemaOf } from "./json-schema";
import { PageParameters } from "./input";
import type { Routes } from "./routes";
import { sample } from "@/lib/words";

import { sampleParameters } from "./sample-parameters";

type Json = Record<string, unknown>;
/** The contracts of the paths under /api/v1, each with a document of its own. */
type DescribedContract = "baybook" | "ev-cms";

const error = (description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
});

/** The OpenAPI 3.1 description of every endpoint of the routes, made from the declarations (api.md). */
export function openApiDocument(
  routes: Routes,
  baseUrl: string,
  contract: DescribedContract = "baybook",
): Json {
  const paths: Record<string, Json> = {};
  for (const [path, endpoints] of Object.entries(routes)) {
    const operations: Json = {};
    for (const [method, endpoint] of Object.entries(endpoints)) {
      operations[method.toLowerCase()] = operation(path, method, endpoint, contract);
    }
    paths[path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: productName,
      version: "1",
      description:
        "Book a charging slot, check in by QR code, charge and leave with a receipt. " +
        "A parameter that an operation does not know is refused (422), in the query as in a body. " +
        `The examples are of one morning, ${sample.now.slice(0, 10)}; each of them runs as a test.`,
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths,
    ...(contract === "baybook" && describedEvents(baseUrl)),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Error: errorSchema, ...(contract === "baybook" && eventSchemas()) },
    },
  };
}

const errorSchema = {
  type: "object",
  required: ["success", "statusCode", "error", "code", "message", "requestId"],
  properties: {
    success: { const: false },
    statusCode: { type: "integer" },
    error: { type: "string" },
    code: { type: "string", description: "Names the rule, such as `booking.change_cutoff`." },
    message: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "code", "message"],
        properties: {
          field: { type: "string", description: "A path such as `contact.email`." },
          code: { type: "string", description: "Names what is wrong, such as `too_long`." },
          message: { type: "string" },
        },
      },
    },
    details: { type: "object" },
    requestId: { type: "string" },
    retryAfter: { type: "integer", description: "Of 429 in EV-CMS's form: in so many seconds." },
  },
};

function operation(
  path: string,
  method: string,
  endpoint: Endpoint,
  contract: DescribedContract,
): Json {
  const declared = endpoint.declaration;
  const isPublic = permissions[declared.permission] === "public";
  const core = [declared.core?.names ?? []].flat();
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^a-z0-9]+(.)?/gi, (_, next: string) => next?.toUpperCase() ?? "")}`,
    tags: [declared.tag],
    summary: declared.summary,
    ...(declared.description && { description: declared.description }),
    ...(!isPublic && { security: [{ bearer: [] }] }),
    ...(core.length > 0 && { "x-core-name": core.map((name) => `/api/${name}`).join(", ") }),
    parameters: parameters(path, method, declared, contract),
    ...requestBody(declared, contract),
    responses: responses(declared, isPublic, contract),
  };
}

function parameters(
  path: string,
  method: string,
  declared: AnyDeclaration,
  contract: DescribedContract,
): Json[] {
  const samples = { ...sampleParameters(path), ...declared.examples?.[0]?.params };
  const shown = declared.examples?.find(({ query }) => query)?.query ?? {};
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
    example: samples[name ?? ""],
  }));
  const translation = projectionOf(declared, contract)?.query;
  const own = declared.query ? properties(declared.query, translation) : [];
  const paging = declared.paged ? properties(PageParameters) : [];
  const query = [...own, ...paging.filter(({ name }) => !own.some((known) => known.name === name))];
  const mode = idempotencyModeOf(declared, method, contract);
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: mode === "required" || mode === "steps",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  };
  return [
    ...inPath,
    ...query.map((item) => ({
      ...item,
      in: "query",
      ...(shown[item.name] !== undefined && { example: shown[item.name] }),
    })),
    ...(mode === "no" ? [] : [key]),
  ];
}

function properties(
  schema: z.ZodObject,
  translation?: Translation,
): { name: string; required: boolean; schema: unknown }[] {
  const json = describedFields(
    jsonSchemaOf(schema, "input") as DescribedFields,
    translation,
    asInput,
  );
  return Object.entries(json.properties ?? {}).map(([name, value]) => ({
    name,
    required: json.required?.includes(name) ?? false,
    schema: value,
  }));
}

function requestBody(declared: AnyDeclaration, contract: DescribedContract): Json {
  const { upload } = declared;
  if (upload) {
    const file = { type: "object", properties: { file: { type: "string", format: "binary" } } };
    const types = ["multipart/form-data", ...(upload.raw ? upload.types : [])];
    const content = types.map((type) => [
      type,
      { schema: type.startsWith("multipart") ? file : {}, ...examplesOf(declared, type) },
    ]);
    return { requestBody: { required: true, content: Object.fromEntries(content) } };
  }
  if (!declared.body) return {};
  const translation = projectionOf(declared, contract)?.body;
  return {
    requestBody: {
      required: !declared.body.safeParse({}).success,
      content: {
        "application/json": {
          schema: describedFields(asInput(declared.body) as DescribedFields, translation, asInput),
          // An example is said in our words.
          ...(!translation && examplesOf(declared, "application/json")),
        },
      },
    },
  };
}

/** The bodies of the examples that are sent as this media type; a text is a CSV file. */
function examplesOf(declared: AnyDeclaration, type: string): Json {
  const named = (declared.examples ?? []).flatMap(({ name, body }) =>
    body !== undefined && (typeof body === "string" ? "text/csv" : "application/json") === type
      ? [[name, { value: body }]]
      : [],
  );
  return named.length > 0 ? { examples: Object.fromEntries(named) } : {};
}

function responses(declared: AnyDeclaration, isPublic: boolean, contract: DescribedContract): Json {
  const status = String(declared.status ?? 200);
  return {
    [status]: { description: "Done.", ...content(declared, contract) },
    "400": error("A rule said no, or the request is malformed."),
    ...(!isPublic && {
      "401": error("No token, or one that does not hold."),
      "403": error("The role may never do this."),
    }),
    "404": error("No such thing, or not yours to see."),
    "409": error("Someone was first."),
    "422": error("The input's shape; `errors` lists every field."),
    "429": error("Too many requests; see Retry-After."),
    "503": error(
      "The database cannot be reached; see Retry-After. A change may have been made all the same: sent again with its Idempotency-Key, it is made once.",
    ),
  };
}

function content(declared: AnyDeclaration, contract: DescribedContract): Json {
  if (declared.status === 204) return {};
  const files = (declared.produces ?? []).map((type) => [type, { schema: {} }]);
  if (!declared.returns) return { content: Object.fromEntries(files) };
  const isTheirs = projectionOf(declared, contract)?.view !== undefined;
  const item = isTheirs
    ? { description: "Our fields, with EV-CMS's names and words in their place or beside them." }
    : jsonSchemaOf(declared.returns, "output");
  const data = declared.paged ? { type: "array", items: item } : item;
  const beside = declared.beside && { [declared.beside]: { type: "integer" } };
  const schema = {
    type: "object",
    required: ["success", "data"],
    properties: {
      success: { const: true },
      data,
      ...(declared.paged && { pagination: paginationSchema }),
      ...beside,
    },
  };
  return { content: { "application/json": { schema }, ...Object.fromEntries(files) } };
}

const asInput = (schema: z.ZodType) => jsonSchemaOf(schema, "input");
