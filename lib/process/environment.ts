type Env = Readonly<Record<string, string | undefined>>;

/** Where users reach the web application, without a trailing slash (BASE_URL). */
export const baseUrlOf = (env: Env) =>
  (env.BASE_URL ?? "http://localhost:3000").replace(/\/+$/, "");

/**
 * How many proxies of ours stand one behind another before a web server (TRUSTED_PROXIES); none by default, so that
 * nobody chooses their own address. Throws a plain Error for what is no such number.
 */
export function trustedProxiesOf(env: Env): number {
  const given = env.TRUSTED_PROXIES || "0";
  if (!/^\d$/.test(given)) throw new Error("TRUSTED_PROXIES must be a number from 0 to 9.");
  return Number(given);
}

/**
 * The broker that every event goes to as well: BROKER_URL, or KAFKA_BROKERS (`host:9092,host:9092`); undefined where
 * there is none. Throws a plain Error for what is neither Kafka nor NATS.
 */
export function brokerUrlOf({ BROKER_URL: url, KAFKA_BROKERS: hosts }: Env): string | undefined {
  const given = url || (hosts && `kafka://${hosts}`);
  if (!given) return undefined;
  if (!/^(kafka|nats):\/\/\S+$/.test(given)) {
    throw new Error("BROKER_URL must be kafka://host:9092 or nats://host:4222. See .env.example.");
  }
  return given;
}
