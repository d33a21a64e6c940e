import { AsyncLocalStorage } from "node:async_hooks";

/** What the edge and the answer know of one request together. */
export interface RequestNote {
  /** The status that the answer gets instead of a page's own 500, and in how many seconds to come again. */
  instead?: { readonly status: number; readonly retryAfterSeconds: number };
}

// On the global object, because Next bundles this file more than once.
const shared = globalThis as typeof globalThis & {
  baybookEdge?: AsyncLocalStorage<RequestNote>;
};

/** Says that this process has an edge, through which every request comes. */
export const noteOfRequests = () => (shared.baybookEdge ??= new AsyncLocalStorage());

/**
 * Whether what the request's headers say of its sender went through the edge. Those that came while the server was
 * still starting did not. True where there is no edge, as where tests call handlers.
 */
export const cameThroughEdge = () =>
  shared.baybookEdge === undefined || shared.baybookEdge.getStore() !== undefined;

/**
 * Has a page that fails answered with this status: Next knows no other than 500. Without effect once the answer has
 * begun, and where there is no edge.
 */
export function answerInstead(status: number, retryAfterSeconds: number): void {
  const note = shared.baybookEdge?.getStore();
  if (note) note.instead = { status, retryAfterSeconds };
}
