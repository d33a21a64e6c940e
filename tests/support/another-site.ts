import { freePort } from "@/db/embedded/server";
import { serve } from "@/scripts/parts/serve";

import { ownSite } from "./sites";

/** Another web process on the database of the worker's own site: SECOND_URL, or one that the caller stops. */
export async function startAnother(): Promise<{ url: string; stop(): Promise<void> }> {
  const site = ownSite();
  if (process.env.SECOND_URL) return { url: process.env.SECOND_URL, stop: async () => {} };
  if (!site || process.env.BASE_URL) throw new Error("SECOND_URL is not set. See .env.example.");
  const port = await freePort();
  return serve({ port, worker: false, env: { ...site.env, BASE_URL: `http://localhost:${port}` } });
}
