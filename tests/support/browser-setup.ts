import type { FullConfig } from "@playwright/test";

import { seedDemo } from "@/db/seed";

import { createTestDatabase, startTestCluster } from "./cluster";
import { startGeocoder } from "./geocoder";
import { startServer, testEnvironment } from "./server";
import { announceSites } from "./sites";

/**
 * Playwright's global setup: for each of its workers the real servers on a database of their own, all with the demo's
 * data (`ownSite`). Where BASE_URL is set already, the tests go to what runs there.
 */
export default async function setup({
  workers,
}: FullConfig): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined;
  const stopCluster = await startTestCluster();
  const geocoder = await startGeocoder();
  const servers: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await stopCluster();
    geocoder.stop();
  };
  try {
    const options = {
      template: await seededDatabase(),
      env: { BAYBOOK_DEMO: "1", GEOCODER_URL: geocoder.url },
    };
    const sites = await Promise.all(
      Array.from({ length: workers }, async () => {
        const server = await startServer(options);
        servers.push(server);
        return { url: server.url, env: server.env };
      }),
    );
    announceSites(sites);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** A database with the demo's data, to be copied; goes with the cluster. Its making takes seconds, a copy less than one. */
async function seededDatabase(): Promise<string> {
  const databaseUrl = await createTestDatabase();
  const env = { ...testEnvironment(databaseUrl, "http://localhost"), BAYBOOK_DEMO: "1" };
  await seedDemo({ databaseUrl, env, log: console.log });
  return databaseUrl;
}
