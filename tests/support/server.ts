import { existsSync } from "node:fs";

import { createDatabase, type Database } from "@/db/client";
import { freePort } from "@/db/embedded/server";
import { root } from "@/scripts/parts/paths";
import { serve, type Served } from "@/scripts/parts/serve";

import { type AdminLogin, makeAdmin } from "./admin";
import { createTestDatabase, dropTestDatabase } from "./cluster";

/** Secrets of test servers; anything else must not accept them. */
const TEST_SECRETS = {
  NEXTAUTH_SECRET: "test-nextauth-secret-0123456789abcdef",
  JWT_KEYS: "t1:test-access-token-secret-0123456789ab",
  QR_KEYS: "q1:test-qr-secret-0123456789abcdefghijkl",
  DATA_KEYS: "d1:test-data-secret-0123456789abcdefghij",
  METRICS_TOKEN: "test-metrics-token-0123456789abcdef",
};

export interface TestServer extends Database {
  /** Address of the web server, without a trailing slash. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly admin: AdminLogin;
  /** What the servers were started with, besides this process's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The web process and, where it runs, the worker. */
  readonly processes: Served["processes"];
  /** The last lines that web and worker wrote. */
  output(): string;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** Added to the servers' environment, such as `{ RATE_LIMITS: "on" }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Also run the worker; default true. */
  readonly worker?: boolean;
  /** The address of a database to copy; default: an empty one. */
  readonly template?: string;
  /** The address of an empty, migrated database that is the caller's own, in place of a fresh one. */
  readonly databaseUrl?: string;
}

/**
 * The real servers, from the production build, on a fresh database and a free port, with the test clock,
 * without rate limits, and with one SystemAdmin. The caller stops them.
 * Throws a plain Error when there is no build.
 */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  if (!existsSync(root(".next/BUILD_ID"))) {
    throw new Error("There is no production build to test: run `npm run build` first.");
  }
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(options.template));
  const database = createDatabase(databaseUrl);
  const port = await freePort();
  const env = { ...testEnvironment(databaseUrl, `http://localhost:${port}`), ...options.env };
  const admin = await makeAdmin(database.db, env);
  const served = await serve({ port, worker: options.worker, env });
  const stop = async () => {
    await database.close();
    await served.stop();
    if (!options.databaseUrl) await dropTestDatabase(databaseUrl);
  };
  const { url, processes, output } = served;
  return { ...database, url, processes, databaseUrl, admin, env, output, stop };
}

/** Another web process on the database of servers that were started with this environment. The caller stops it. */
export async function startBeside(
  env: TestServer["env"],
): Promise<Pick<TestServer, "url" | "processes" | "stop">> {
  const port = await freePort();
  return serve({ port, worker: false, env: { ...env, BASE_URL: `http://localhost:${port}` } });
}

/** What test servers are started with: secrets of their own, the test clock, and no rate limits. */
export function testEnvironment(databaseUrl: string, baseUrl: string) {
  return {
    ...TEST_SECRETS,
    DATABASE_URL: databaseUrl,
    BASE_URL: baseUrl,
    BAYBOOK_TEST: "1",
    TEST_CLOCK: "1",
    RATE_LIMITS: "off",
  };
}
