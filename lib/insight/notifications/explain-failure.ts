import { NoAnswer } from "@/lib/core/post-outside";

import { ServiceRefused } from "./post-message";
import type { MessageReason } from "./schema";

/** Of an error of nodemailer: its own code or the system's, and which command the mail server answered how (RFC 5321). */
interface MailError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

/** How nodemailer calls that nobody was reached; it names what the system said in the message alone. */
const unreached = ["ECONNECTION", "ESOCKET", "EDNS", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND"];

/** What failed, for an administrator to read in words; the technical line stands beside it. */
export function explainFailure(error: unknown): MessageReason {
  if (error instanceof NoAnswer) return error.failure === "TimedOut" ? "TimedOut" : "Unreachable";
  if (error instanceof ServiceRefused) return ofStatus(error.status);
  const { code, command, responseCode } = (error ?? {}) as MailError;
  if (code === "EAUTH" || code === "ENOAUTH") return "LoginRefused";
  if (code === "ETIMEDOUT") return "TimedOut";
  if (typeof responseCode === "number" && responseCode >= 400) {
    if (responseCode < 500) return "Busy";
    return command === "RCPT TO" ? "RecipientRefused" : "Refused";
  }
  return typeof code === "string" && unreached.includes(code) ? "Unreachable" : "Failed";
}

/** What a service says by HTTP. */
function ofStatus(status: number): MessageReason {
  if (status === 401 || status === 403) return "LoginRefused";
  return status === 408 || status === 429 || status >= 500 ? "Busy" : "Refused";
}
