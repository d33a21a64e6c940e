// Signing out without network (docs/decisions/signing-out-without-network.md): it is noted that somebody left, and their
// session ends as soon as the server can be reached, before any page is shown. Plain JavaScript: nothing builds it.

/** The note is that this cache is there; components/offline/service-worker.ts has the same name for it. */
const LEAVING = "baybook-leaving";

/** Where the browser can, it wakes the worker once there is network, even if nobody comes back. */
async function noteLeaving() {
  await caches.open(LEAVING);
  await self.registration.sync?.register(LEAVING).catch(() => undefined);
}

/** Whether nobody is left to be signed out: at once, or because the server has heard of it now. */
async function endLeft() {
  if (!(await caches.has(LEAVING))) return true;
  try {
    if (!(await endSession())) return false;
  } catch {
    return false;
  }
  await caches.delete(LEAVING);
  return true;
}

/** Ends this browser's session alone; only our own answer says that it has ended. */
async function endSession() {
  const headers = { Accept: "application/json" };
  const listed = await fetch("/api/v1/auth/sessions", { headers, cache: "no-store" });
  const { success, data = [] } = await listed.json();
  if (listed.status === 401) return success === false;
  const own = success && data.find(({ isThis }) => isThis);
  if (!own) return false;
  return (await fetch(`/api/v1/auth/sessions/${own.id}`, { method: "DELETE", headers })).ok;
}

self.addEventListener("sync", (event) => {
  if (event.tag !== LEAVING) return;
  const told = endLeft().then((isOver) => {
    // The browser tries again later.
    if (!isOver) throw new Error("The server has not heard of it.");
  });
  event.waitUntil(told);
});
