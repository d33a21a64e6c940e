import { cloudEventOf } from "@/lib/core/cloud-event";
import { minuteMs } from "@/lib/core/durations";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import { type EventType, outwardTypes } from "@/lib/words";

/** Under which its deliveries are kept. */
export const subscriber = "broker";
/** Events that go out together, and how long they are one worker's own; longer than sending them takes. */
export const batch = { most: 500, leaseMs: minuteMs };
/** A broker that answers nothing for so long is away. */
export const timeoutMs = 10_000;
/** How long one run goes on while there is more. */
export const runMs = 5_000;

/** An event as a broker takes it. */
export interface BrokerMessage {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** CloudEvents 1.0, structured JSON. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where every event goes as well (operations.md 6.12). */
export interface Broker {
  /**
   * Sends messages, those of one subject in their order and no later one of it when one is refused. Answers why, by id,
   * for those that the broker refuses. Throws where it is away: then nobody knows which of them it has.
   */
  readonly send: (messages: readonly BrokerMessage[]) => Promise<ReadonlyMap<string, string>>;
  readonly close: () => Promise<void>;
}

/** What source 001 calls these events, for whoever listens by its names. */
const aliases: Readonly<Partial<Record<EventType, string>>> = {
  "session.started": "ChargingSessionStarted",
  "session.completed": "ChargingSessionCompleted",
};

/** The event as a broker takes it; where its data lies is said of what the OpenAPI document has a schema for. */
export function messageOf(event: OutboxEvent, baseUrl: string): BrokerMessage {
  const { id, type, subject } = event;
  const alias = aliases[type];
  const { dataschema, ...told } = cloudEventOf(event, baseUrl);
  const hasSchema = (outwardTypes as readonly string[]).includes(type);
  return {
    id,
    type,
    subject,
    body: JSON.stringify(hasSchema ? { ...told, dataschema } : told),
    headers: {
      "content-type": "application/cloudevents+json; charset=utf-8",
      ...(alias && { "ce-alias": alias }),
    },
  };
}

/** Messages in rounds: the first of every subject, then the second, and so on. */
export function roundsOf(messages: readonly BrokerMessage[]): BrokerMessage[][] {
  const rounds: BrokerMessage[][] = [];
  const seen = new Map<string, number>();
  for (const message of messages) {
    const round = seen.get(message.subject) ?? 0;
    seen.set(message.subject, round + 1);
    (rounds[round] ??= []).push(message);
  }
  return rounds;
}

/**
 * `scheme://[user:password@]host:port[,host:port][?tls=1]` in its parts; several hosts are one broker.
 * Throws a plain Error for anything else.
 */
export function partsOf(url: string) {
  const found = /^(kafka|nats):\/\/(?:([^:@/]+):([^@/]+)@)?([^/?@]+)\/?(?:\?(.*))?$/.exec(url);
  const [, , user, password, hosts = "", query = ""] = found ?? [];
  if (!hosts) throw new Error("BROKER_URL must be kafka://host:9092 or nats://host:4222.");
  const tls = new URLSearchParams(query).get("tls") === "1";
  const login =
    user && password
      ? { user: decodeURIComponent(user), password: decodeURIComponent(password) }
      : undefined;
  return { hosts: hosts.split(","), login, tls };
}
