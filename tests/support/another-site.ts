import { startBeside } from "./server";
import { ownSite } from "./sites";

/** Another web process on the database of the worker's own site: SECOND_URL, or one that the caller stops. */
export async function startAnother(): Promise<{ url: string; stop(): Promise<void> }> {
  const site = ownSite();
  if (process.env.SECOND_URL) return { url: process.env.SECOND_URL, stop: async () => {} };
  if (!site || process.env.BASE_URL) throw new Error("SECOND_URL is not set. See .env.example.");
  return startBeside(site.env);
}
