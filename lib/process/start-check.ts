import { parseKeyRing, type SigningKey } from "@/lib/core/config";

import { brokerUrlOf, trustedProxiesOf } from "./environment";
import { transportsOf } from "./transports";
import { walletsOf, walletsTogether } from "./wallets";

type Env = Readonly<Record<string, string | undefined>>;

/** The variables that hold keys, `id:secret`. */
const keyRings = ["JWT_KEYS", "QR_KEYS", "DATA_KEYS"];
/** What a process does not start without. */
const secretsOfProcess = {
  web: [...keyRings, "NEXTAUTH_SECRET"],
  worker: [],
  // It reads access tokens, and makes none.
  gateway: ["JWT_KEYS"],
} as const;
type Kind = keyof typeof secretsOfProcess;

const secretLength = 32;
/** Different characters of a secret, at least: 16 random bytes in hexadecimal have fewer once in 10,000,000. */
const leastVariety = 8;

/**
 * What must be right before a process serves: in production every secret set, long and varied enough, one for each
 * purpose (000-163), none of the demo's, which only `npm run demo` may use (quality.md, Web security), and no switch
 * that is for tests alone. A worker needs no secret but the database's, and
 * DATA_KEYS where it opens what was sealed, a gateway none but JWT_KEYS; they should be given no other.
 * Throws one plain Error that names every fault; returns warnings to be logged.
 */
export function checkStart(env: Env, process: Kind = "web"): string[] {
  const production = isProduction(env);
  const faults = [
    ...required(env, production, process),
    ...keyRingFaults(env, production),
    ...secretFaults(env, production),
    ...addressFaults(env, production),
    ...proxyFaults(env),
    ...transportFaults(env),
    ...gatewayFaults(env),
    ...brokerFaults(env),
    ...testSwitchFaults(env, production),
  ];
  if (faults.length > 0) {
    throw new Error(`The environment is not right (see .env.example):\n- ${faults.join("\n- ")}`);
  }
  return warnings(env, production);
}

/** Whether real people's data are in these hands, and not the demo's, whose logins are published. */
export const isProduction = (env: Env): boolean =>
  env.NODE_ENV === "production" && env.BAYBOOK_DEMO !== "1";

function required(env: Env, production: boolean, process: Kind): string[] {
  return ["DATABASE_URL", ...secretsOfProcess[process], ...(production ? ["BASE_URL"] : [])]
    .filter((name) => !env[name])
    .map((name) => `${name} is not set.`);
}

function keyRingFaults(env: Env, production: boolean): string[] {
  return keyRings.flatMap((name) => {
    if (!env[name]) return [];
    const keys = parsed(name, env[name]);
    if (typeof keys === "string") return [keys];
    const faults = [];
    if (new Set(keys.map(({ id }) => id)).size < keys.length) {
      faults.push(`${name} names two keys alike.`);
    }
    if (production && keys.some(({ id }) => id.startsWith("demo-"))) {
      faults.push(`${name} holds a key of the demo; make your own.`);
    }
    return faults;
  });
}

function parsed(name: string, value: string): readonly SigningKey[] | string {
  return faultOr(() => parseKeyRing(name, value));
}

function faultOr<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function secretFaults(env: Env, production: boolean): string[] {
  if (!production) return [];
  const faults = ["NEXTAUTH_SECRET", "METRICS_TOKEN"]
    .filter((name) => env[name]?.startsWith("demo-"))
    .map((name) => `${name} is the demo's; make your own.`);
  for (const name of ["NEXTAUTH_SECRET", "METRICS_TOKEN"]) {
    if (env[name] && env[name].length < secretLength) {
      faults.push(`${name} must have at least ${secretLength} characters.`);
    }
  }
  const secrets = [
    ...keyRings.flatMap((name) => secretsOf(name, env)),
    ...["NEXTAUTH_SECRET", "METRICS_TOKEN"].flatMap((name) =>
      env[name] ? [{ name, secret: env[name] }] : [],
    ),
  ];
  const guessable = new Set(secrets.filter(isGuessable).map(({ name }) => name));
  for (const name of guessable) faults.push(`${name} is easily guessed; make one by chance.`);
  if (new Set(secrets.map(({ secret }) => secret)).size < secrets.length) {
    faults.push(
      `${keyRings.join(", ")}, NEXTAUTH_SECRET and METRICS_TOKEN must not share a secret.`,
    );
  }
  return faults;
}

interface Secret {
  readonly name: string;
  readonly secret: string;
}

/** One of few characters, or the same text again and again: long, and still nobody's work to try. */
const isGuessable = ({ secret }: Secret) =>
  secret.length >= secretLength &&
  (new Set(secret).size < leastVariety || /^(.{1,16}?)\1+$/.test(secret));

const secretsOf = (name: string, env: Env): Secret[] =>
  (env[name] ?? "")
    .split(",")
    .map((key) => ({ name, secret: key.trim().replace(/^[\w-]+:/, "") }))
    .filter(({ secret }) => secret !== "");

function addressFaults(env: Env, production: boolean): string[] {
  const { BASE_URL: address } = env;
  if (!address) return [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash) {
    return ["BASE_URL must be an address such as https://baybook.example, without a path."];
  }
  if (production && address.includes("baybook.example")) {
    return ["BASE_URL is still that of the example."];
  }
  return [];
}

function proxyFaults(env: Env): string[] {
  const proxies = faultOr(() => trustedProxiesOf(env));
  return typeof proxies === "string" ? [proxies] : [];
}

/** What is of no use by half. */
const together = [
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"],
  ["SPARROW_TOKEN", "SPARROW_FROM"],
  ...walletsTogether,
];

/** A way out of the house that is set by half would keep every message, and nobody would know why. */
function transportFaults(env: Env): string[] {
  const halves = together
    .filter((names) => names.some((name) => env[name]) && names.some((name) => !env[name]))
    .map((names) => `${names.join(", ")} are set together.`);
  if (env.VAPID_PRIVATE_KEY && !env.VAPID_PUBLIC_KEY) {
    halves.push("VAPID_PRIVATE_KEY is set without VAPID_PUBLIC_KEY.");
  }
  const made = [faultOr(() => transportsOf(env)), faultOr(() => walletsOf(env))];
  return [...halves, ...made.filter((fault) => typeof fault === "string")];
}

function gatewayFaults({ GATEWAY_URL: address }: Env): string[] {
  if (!address) return [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search
    ? []
    : ["GATEWAY_URL must be an address such as http://gateway:9310, without a path."];
}

function brokerFaults(env: Env): string[] {
  const fault = faultOr(() => (brokerUrlOf(env), null));
  return fault === null ? [] : [fault];
}

/**
 * With the test clock anybody may set the time and run jobs, and without limits anybody may try every password:
 * nowhere but in the tests, which say so by BAYBOOK_TEST=1.
 */
function testSwitchFaults(env: Env, production: boolean): string[] {
  if (!production || env.BAYBOOK_TEST === "1") return [];
  return [
    ...(env.TEST_CLOCK === "1"
      ? ["TEST_CLOCK=1 is for tests: it lets anybody set the time and run jobs."]
      : []),
    ...(env.WEBHOOKS_PRIVATE === "1"
      ? ["WEBHOOKS_PRIVATE=1 is for tests: webhooks reach into this network."]
      : []),
    ...(env.RATE_LIMITS === "off" ? ["RATE_LIMITS=off is for tests: nothing is limited."] : []),
  ];
}

function warnings(env: Env, production: boolean): string[] {
  const said = [];
  if (env.TEST_CLOCK === "1") {
    said.push("TEST_CLOCK=1: the rules take their time from the database. Never in production.");
  }
  if (env.RATE_LIMITS === "off") said.push("RATE_LIMITS=off: no request is limited.");
  if (env.WEBHOOKS_PRIVATE === "1")
    said.push("WEBHOOKS_PRIVATE=1: webhooks and push may lead anywhere.");
  if (env.BAYBOOK_TEST === "1") said.push("BAYBOOK_TEST=1: switches for tests are taken.");
  if (production && !env.UPLOADS_DIR) {
    said.push("UPLOADS_DIR is not set: files that people send are kept in .data/uploads.");
  }
  if (production && env.BASE_URL?.startsWith("http:")) {
    said.push("BASE_URL is not https: session cookies are not Secure, and no HSTS is sent.");
  }
  return said;
}
