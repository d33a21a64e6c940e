import { emailCarrier, type Carriers } from "@/lib/insight/notifications/inside";

let made: Carriers | undefined;

/** The ways out of the house that this process was given: mail where SMTP_URL is set. Made once. */
export function carriers(): Carriers {
  return (made ??= carriersOf(process.env));
}

/** The same for an environment: MAIL_FROM says whom the mail comes from. */
export function carriersOf(env: Readonly<Record<string, string | undefined>>): Carriers {
  const { SMTP_URL: url, MAIL_FROM: from = "Baybook <no-reply@localhost>" } = env;
  return url ? { Email: emailCarrier({ url, from }) } : {};
}
