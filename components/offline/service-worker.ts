/** The kept pages of whoever is signed in, by the name that the worker (public/offline/worker.js) gives their cache. */
export const pagesCache = "baybook-pages";

/** The cache whose being there says that somebody signed out without network; public/leave.js has the same name. */
export const leftNote = "baybook-leaving";

/** What a page tells the worker; `worker.js` answers to each. */
type Message =
  /** These pages are to open without network: the worker asks for them now, with what they need. */
  | { readonly type: "keep"; readonly pages: readonly string[] }
  /** No page of whoever was here is kept any longer, nor one that is on its way. */
  | { readonly type: "erase" }
  /** Whoever was here signed out without network: their session is to end when there is some. */
  | { readonly type: "leave" }
  /** The new version waits no longer. */
  | { readonly type: "take-over" };

const hasWorkers = () => globalThis.navigator !== undefined && "serviceWorker" in navigator;

/** Registers the worker for the whole site; null where the browser has none, or the page is being developed. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!hasWorkers() || process.env.NODE_ENV !== "production") return null;
  return navigator.serviceWorker
    .register("/sw.js", { scope: "/", updateViaCache: "none" })
    .catch(() => null);
}

/** Whether a worker runs that would keep and do what it is told. */
export async function hasWorker(): Promise<boolean> {
  if (!hasWorkers()) return false;
  return Boolean((await navigator.serviceWorker.getRegistration("/"))?.active);
}

/** Tells the worker that runs, and waits until it has done so; at most as long as it may take to start one. */
export async function tellWorker(message: Message): Promise<void> {
  if (!hasWorkers()) return;
  const registration = await navigator.serviceWorker.getRegistration("/");
  if (registration?.active) await send(registration.active, message);
}

/** Lets the new version that waits take over from the one that runs. */
export const letTakeOver = (waiting: ServiceWorker) =>
  waiting.postMessage({ type: "take-over" } satisfies Message, []);

async function send(worker: ServiceWorker, message: Message): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => {
    port1.addEventListener("message", resolve, { once: true });
    port1.start();
    setTimeout(resolve, 3_000);
  });
  worker.postMessage(message, [port2]);
  await done;
  port1.close();
}
