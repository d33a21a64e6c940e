import { readFileSync } from "node:fs";

import { productName } from "@/lib/core/product-name";
import {
  appPushTransport,
  emailTransport,
  smsTransport,
  webPushTransport,
  type SmsSettings,
  type Transports,
} from "@/lib/insight/notifications/inside";

import { baseUrlOf } from "./environment";

type Env = Readonly<Record<string, string | undefined>>;

let made: Transports | undefined;

/** The ways out of the house that this process was given. Made once. */
export function transports(): Transports {
  return (made ??= transportsOf(process.env));
}

/**
 * The same for an environment: each way where all that it needs is set (.env.example).
 * Throws a plain Error that names the variable where something is set that is no such thing.
 */
export function transportsOf(env: Env): Transports {
  return { ...mailOf(env), ...smsOf(env), ...webPushOf(env), ...appPushOf(env) };
}

function mailOf(env: Env): Transports {
  const { SMTP_URL: url, MAIL_FROM: from = `${productName} <no-reply@localhost>` } = env;
  return url ? { Email: emailTransport({ url, from }) } : {};
}

function smsOf(env: Env): Transports {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM } = env;
  const { SPARROW_TOKEN: token, SPARROW_FROM } = env;
  const settings: SmsSettings = {
    ...(accountSid &&
      authToken &&
      TWILIO_FROM && {
        twilio: {
          accountSid,
          authToken,
          from: TWILIO_FROM,
          url: addressIn(env, "TWILIO_URL", "https://api.twilio.com"),
        },
      }),
    ...(token &&
      SPARROW_FROM && {
        sparrow: {
          token,
          from: SPARROW_FROM,
          url: addressIn(env, "SPARROW_URL", "https://api.sparrowsms.com"),
        },
      }),
  };
  return settings.twilio || settings.sparrow ? { Sms: smsTransport(settings) } : {};
}

function webPushOf(env: Env): Transports {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (!publicKey || !privateKey) return {};
  const subject = env.VAPID_SUBJECT || subjectOf(env);
  if (!/^(mailto:|https:\/\/)\S+$/.test(subject)) {
    throw new Error("VAPID_SUBJECT must be mailto:somebody@example.com or an https address.");
  }
  const allowPrivate = env.WEBHOOKS_PRIVATE === "1";
  return { WebPush: webPushTransport({ publicKey, privateKey, subject, allowPrivate }) };
}

/** How push services reach whoever runs this, where nothing else is said. */
function subjectOf(env: Env): string {
  if (env.CONTACT_EMAIL) return `mailto:${env.CONTACT_EMAIL}`;
  const address = baseUrlOf(env);
  return address.startsWith("https://") ? address : "mailto:no-reply@localhost";
}

/** The service account is a file's path, or its content. */
function appPushOf(env: Env): Transports {
  const { FCM_SERVICE_ACCOUNT: account } = env;
  if (!account) return {};
  const url = addressIn(env, "FCM_URL", "https://fcm.googleapis.com");
  return { AppPush: appPushTransport({ serviceAccount: contentOf(account), url }) };
}

function contentOf(account: string): string {
  if (account.trimStart().startsWith("{")) return account;
  try {
    return readFileSync(account, "utf8");
  } catch {
    throw new Error(`FCM_SERVICE_ACCOUNT: the file ${account} could not be read.`);
  }
}

function addressIn(env: Env, name: string, usual: string): string {
  const address = env[name] || usual;
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    throw new Error(`${name} must be an http or https address.`);
  }
  return address.replace(/\/+$/, "");
}
