import { resolve } from "node:path";

import { z } from "zod";

import type { Actor } from "@/lib/core/actor";
import { reportShare } from "@/lib/core/as-report";
import { systemClock, type Clock } from "@/lib/core/clock";
import { parseKeyRing, type Config, type KeyRing } from "@/lib/core/config";
import type { Context, Db, Ports } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { Share } from "@/lib/core/share";
import { plainUnits, type Units } from "@/lib/core/units";
import { settingsFromEnvironment } from "@/lib/records/settings/inside";
import { defaultLocale, offeredLocales, type Locale } from "@/lib/words/say";

import { broker } from "./broker";
import { baseUrlOf, brokerUrlOf } from "./environment";
import { requestsEraser } from "./forget-requests";
import { answers, names, roomErasers, roomHoldings, roomLeavings, subscribers } from "./room-parts";
import { renderLetter } from "./render-letter";
import { transports } from "./transports";
import { walletsOf } from "./wallets";

/** The answers to the rooms' questions: a question without one is an error here. */
const ports: Ports = {
  ...answers,
  transports,
  renderLetter,
  broker,
  subscribers: () => subscribers,
  namesOf: () => names,
  erasers: () => [...roomErasers, requestsEraser],
  leavings: () => roomLeavings,
  holdings: () => roomHoldings,
};

/**
 * Reads what use cases need from the environment, for every process alike.
 * Throws a plain Error that names the variable when one is missing or malformed; of keys when they are first asked
 * for, since a worker or a command needs none and should be given none.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const rings: Partial<Record<string, KeyRing>> = {};
  const ringOf = (name: string) => (rings[name] ??= parseKeyRing(name, env[name]));
  return {
    baseUrl: baseUrlOf(env),
    get accessTokenKeys() {
      return ringOf("JWT_KEYS");
    },
    get qrKeys() {
      return ringOf("QR_KEYS");
    },
    get dataKeys() {
      return ringOf("DATA_KEYS");
    },
    contact: contactOf(env),
    ...(env.VAPID_PUBLIC_KEY && { pushPublicKey: env.VAPID_PUBLIC_KEY }),
    wallets: walletsOf(env),
    geocoderUrl: addressOfGeocoder(env.GEOCODER_URL),
    brokerUrl: brokerUrlOf(env),
    webhooks: { allowPrivate: env.WEBHOOKS_PRIVATE === "1" },
    // Beside the demo's database; `resolve` because a process may change its folder.
    uploadsDir: resolve(env.UPLOADS_DIR || ".data/uploads"),
    locales: offeredLocales({ inTest: env.TEST_CLOCK === "1" }),
    settings: settingsFromEnvironment(env),
  };
}

function contactOf({
  CONTACT_EMAIL: email,
  CONTACT_ADDRESS: address,
}: Readonly<Record<string, string | undefined>>): Config["contact"] {
  if (email && !z.email().safeParse(email).success) {
    throw new Error("CONTACT_EMAIL must be an email address. See .env.example.");
  }
  return { ...(email && { email }), ...(address && { address }) };
}

function addressOfGeocoder(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!/^https?:/.test(value) || !URL.canParse(value)) {
    throw new Error("GEOCODER_URL must be an http or https address. See .env.example.");
  }
  return value;
}

/** Where nobody says how many connections there are: of ten, as many as a pool has by default. */
const usualReports = reportShare(10);

/** Makes the Context in which a use case runs. */
export function makeContext(parts: {
  db: Db;
  actor: Actor;
  config: Config;
  clock?: Clock;
  requestId?: string;
  locale?: Locale;
  units?: Units;
  reports?: Share;
}): Context {
  return {
    clock: systemClock,
    requestId: newId(),
    locale: defaultLocale,
    units: plainUnits,
    reports: usualReports,
    ...parts,
    ports,
  };
}
