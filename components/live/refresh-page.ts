/** So long an answer is waited for, in milliseconds. */
const patience = 5_000;

/**
 * Makes the page anew where a server answers, and says whether it did. Where none does, or its database is away, Next
 * makes a browser's navigation of a refresh, which loses what somebody types and ends at the browser's own error: what
 * stands is better. `isWanted` is asked once there is an answer: whoever asked may have left the page by then.
 */
export async function refreshPage(
  router: { refresh(): void },
  isWanted: () => boolean = () => true,
): Promise<boolean> {
  const answer = await fetch("/api/health", {
    cache: "no-store",
    signal: AbortSignal.timeout(patience),
  }).catch(() => null);
  if (!answer?.ok || !isWanted()) return false;
  router.refresh();
  return true;
}
