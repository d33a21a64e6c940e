/** Where one of Playwright's workers finds its servers, and what they were started with. */
export interface Site {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Tells the workers that are started from now on which site each of them has. */
export function announceSites(sites: readonly Site[]): void {
  process.env.BROWSER_SITES = JSON.stringify(sites);
}

/** The sites of all workers; none before they run. Where BASE_URL is set, what runs there is the only one. */
export function allSites(): readonly Site[] {
  if (process.env.BASE_URL) return [{ url: process.env.BASE_URL, env: {} }];
  return JSON.parse(process.env.BROWSER_SITES ?? "[]") as Site[];
}

/**
 * The site of the Playwright worker that asks: each has servers and a database that no other touches. Undefined
 * before they run. Where BASE_URL is set, it is what runs there.
 */
export function ownSite(): Site | undefined {
  const sites = allSites();
  return process.env.BASE_URL ? sites[0] : sites[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
}
