import { freePort } from "@/db/embedded/server";
import { seedDemo } from "@/db/seed";
import { serve, type Served } from "@/scripts/parts/serve";

import { startTestCluster } from "./cluster";
import { startGeocoder } from "./geocoder";
import { startServer, type TestServer } from "./server";

/**
 * Playwright's global setup: the real servers on the demo's data, at BASE_URL, and a second web process on the
 * same data at SECOND_URL. Where BASE_URL is set already, the tests go to what runs there.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined;
  const stopCluster = await startTestCluster();
  const geocoder = await startGeocoder();
  const server = await startServer({ env: { BAYBOOK_DEMO: "1", GEOCODER_URL: geocoder.url } });
  const another = await startAnother(server);
  const stop = async () => {
    await another.stop();
    await server.stop();
    await stopCluster();
    geocoder.stop();
  };
  try {
    await seedDemo({ databaseUrl: server.databaseUrl, env: server.env, log: console.log });
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.BASE_URL = server.url;
  process.env.SECOND_URL = another.url;
  return stop;
}

async function startAnother({ env }: TestServer): Promise<Served> {
  const port = await freePort();
  return serve({ port, worker: false, env: { ...env, BASE_URL: `http://localhost:${port}` } });
}
