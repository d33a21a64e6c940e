import { hangs, overdue } from "./pulse";

// The driver's codes, the system's, and PostgreSQL's for shut down, crashed, starting up, out of connections.
const away = new Set([
  ...`CONNECT_TIMEOUT CONNECTION_CLOSED CONNECTION_DESTROYED CONNECTION_ENDED
   ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN
   57P01 57P02 57P03 53300`.split(/\s+/),
  hangs,
  overdue,
]);

// A statement, a lock, and a transaction in which nothing was asked: each over its time (db/deadlines.ts).
const tooSlow = new Set(["57014", "55P03", "25P03"]);

/** Whether an error, or what caused it, says that the database cannot be reached: the 503 of quality.md. */
export const isDatabaseAway = (error: unknown) =>
  says(error, (code) => away.has(code) || code.startsWith("08"));

/** Whether it says that the database took a statement back because it took too long; nothing was changed by it. */
export const isDatabaseSlow = (error: unknown) => says(error, (code) => tooSlow.has(code));

function says(error: unknown, what: (code: string) => boolean): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && what(cause.code)) return true;
  }
  return false;
}
