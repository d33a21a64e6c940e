import { productName } from "@/lib/core/product-name";
import { emailTransport, type Transports } from "@/lib/insight/notifications/inside";

let made: Transports | undefined;

/** The ways out of the house that this process was given: mail where SMTP_URL is set. Made once. */
export function transports(): Transports {
  return (made ??= transportsOf(process.env));
}

/** The same for an environment: MAIL_FROM says whom the mail comes from. */
export function transportsOf(env: Readonly<Record<string, string | undefined>>): Transports {
  const { SMTP_URL: url, MAIL_FROM: from = `${productName} <no-reply@localhost>` } = env;
  return url ? { Email: emailTransport({ url, from }) } : {};
}
