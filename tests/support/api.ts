import { endpoints } from "@/app/api/v1/endpoints";
import type { UserActor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/context";
import { setProcessContext } from "@/lib/process/context";
import { coreNamesHandler } from "@/lib/http/core-names";
import { methodNotAllowed } from "@/lib/http/refusal";
import type { Method, Routes } from "@/lib/http/routes";

import { testDatabase } from "./database";
import { startGeocoder } from "./geocoder";
import { fileClock } from "./file-clock";
import { tokenFor } from "./sign-in";
import type { TestClock } from "./test-clock";
import { testIssuers } from "./wallets";
import { testConfig, testStart } from "./world";

export interface ApiAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows the answer that it asks for
  readonly body: any;
  readonly headers: Headers;
}

export interface ApiCall {
  /** Sends the access token that this user got at their first login. */
  readonly as?: UserActor;
  /** Sent as JSON; a text or a form is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApi {
  readonly db: Db;
  /** The address of the database. */
  readonly url: string;
  /** Moves the rules; tokens and links live by real time. */
  readonly clock: TestClock;
  /** Calls the real handler in-process. Every call comes from another address, unless it names one. */
  call(method: Method, path: string, options?: ApiCall): Promise<ApiAnswer>;
}

/** The API's handlers in this process, on a fresh database of the test file's own. */
export async function testApi(): Promise<TestApi> {
  const { db, url } = await testDatabase({ max: 30 });
  const clock: TestClock = { ...fileClock(testStart), real: () => new Date() };
  const geocoderUrl = (await startGeocoder()).url;
  // Receivers of webhooks are on this machine, too.
  const webhooks = { allowPrivate: true };
  const config = {
    ...testConfig,
    geocoderUrl,
    webhooks,
    get wallets() {
      return testIssuers().wallets;
    },
  };
  setProcessContext({ db, clock, config });
  return { db, url, clock, call };
}

let calls = 0;

async function call(method: Method, path: string, options: ApiCall = {}): Promise<ApiAnswer> {
  calls += 1;
  const { as, body } = options;
  const headers = new Headers({ "x-forwarded-for": `10.0.${calls >> 8}.${calls & 255}` });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("content-type", "application/json");
  if (as) headers.set("authorization", `Bearer ${await tokenFor(as)}`);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const request = new Request(new URL(path, testConfig.baseUrl), {
    method,
    headers,
    body:
      typeof body === "string" || isForm ? body : body === undefined ? null : JSON.stringify(body),
  });
  const response = await dispatch(request);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== "" ? JSON.parse(text) : text,
  };
}

const routes: Routes = endpoints;
const answerCoreName = coreNamesHandler(routes);

async function dispatch(request: Request): Promise<Response> {
  const [, version, ...parts] = new URL(request.url).pathname.split("/").slice(1);
  if (version !== "v1") return answerCoreName(request);
  const found = Object.entries(routes)
    .flatMap(([pattern, route]) => {
      const params = match(pattern.split("/").slice(1), parts.map(decodeURIComponent));
      return params ? [{ route, params }] : [];
    })
    .toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (!found) return new Response("no such route", { status: 404 });
  const handler = found.route[request.method as Method];
  return handler
    ? handler(request, { params: Promise.resolve(found.params) })
    : methodNotAllowed(Object.keys(found.route), request);
}

function match(pattern: readonly string[], parts: readonly string[]) {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of pattern.entries()) {
    const part = parts[index] ?? "";
    const parameter = /^\{(\w+)\}$/.exec(name)?.[1];
    if (parameter) params[parameter] = part;
    else if (name !== part) return null;
  }
  return params;
}
