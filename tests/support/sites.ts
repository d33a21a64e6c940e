import { freePort } from "@/db/embedded/server";
import { serve } from "@/scripts/parts/serve";

/** Where one of Playwright's workers finds its servers, and what they were started with. */
export interface Site {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Tells the workers that are started from now on which site each of them has. */
export function announceSites(sites: readonly Site[]): void {
  process.env.BROWSER_SITES = JSON.stringify(sites);
}

/**
 * The site of the Playwright worker that asks: each has servers and a database that no other touches. Undefined
 * before they run. Where BASE_URL is set, it is what runs there.
 */
export function ownSite(): Site | undefined {
  if (process.env.BASE_URL) return { url: process.env.BASE_URL, env: {} };
  const sites = JSON.parse(process.env.BROWSER_SITES ?? "[]") as Site[];
  return sites[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
}

/** Another web process on the database of the worker's own site: SECOND_URL, or one that the caller stops. */
export async function startAnother(): Promise<{ url: string; stop(): Promise<void> }> {
  const site = ownSite();
  if (process.env.SECOND_URL) return { url: process.env.SECOND_URL, stop: async () => {} };
  if (!site || process.env.BASE_URL) throw new Error("SECOND_URL is not set. See .env.example.");
  const port = await freePort();
  return serve({ port, worker: false, env: { ...site.env, BASE_URL: `http://localhost:${port}` } });
}
