import { Kafka, logLevel, Partitioners, type Producer } from "kafkajs";

import { askOutside } from "@/lib/core/outside";

import { partsOf, timeoutMs, type Broker, type BrokerMessage } from "./rules";

/** The one topic, keyed by what an event is about: what has one key stays in order. */
const topic = "baybook.events";

/**
 * Kafka, by kafkajs (operations.md §15). One request at a time, so that a repeated one overtakes none; a line that
 * broke is opened anew by the next sending.
 */
export function kafkaBroker(url: string): Broker {
  let line: Promise<Producer> | undefined;
  const close = async () => {
    const open = await line?.catch(() => undefined);
    line = undefined;
    await open?.disconnect().catch(() => {});
  };
  return {
    close,
    send: (messages) =>
      askOutside("The broker", async () => {
        try {
          return await sendTogether(await (line ??= open(url)), messages);
        } catch (error) {
          await close();
          throw new Error("Kafka is away.", { cause: error });
        }
      }),
  };
}

async function open(url: string): Promise<Producer> {
  const { hosts, login, tls } = partsOf(url);
  const kafka = new Kafka({
    brokers: hosts,
    clientId: "baybook",
    ...(login && {
      sasl: { mechanism: "plain", username: login.user, password: login.password },
    }),
    ssl: tls,
    logLevel: logLevel.NOTHING,
    connectionTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    // The job looks again by itself; here it would only hold the lease.
    retry: { retries: 2, initialRetryTime: 200 },
  });
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: true,
  });
  await producer.connect();
  return producer;
}

/** All of them in one request a broker; where that is refused, one after another shows which it was. */
async function sendTogether(producer: Producer, messages: readonly BrokerMessage[]) {
  const refused = new Map<string, string>();
  try {
    await sendAll(producer, messages);
    return refused;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const stopped = new Set<string>();
  for (const message of messages) {
    if (stopped.has(message.subject)) continue;
    try {
      await sendAll(producer, [message]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.set(message.id, error.message);
      stopped.add(message.subject);
    }
  }
  return refused;
}

const sendAll = (producer: Producer, messages: readonly BrokerMessage[]) =>
  producer.send({
    topic,
    acks: -1,
    timeout: timeoutMs,
    messages: messages.map(({ id, subject, body, headers }) => ({
      key: subject,
      value: body,
      headers: { ...headers, "ce-id": id },
    })),
  });

/** Refusals of what is in a message; everything else says that the broker, or our right to it, is not there. */
const refusals = [
  "MESSAGE_TOO_LARGE",
  "RECORD_LIST_TOO_LARGE",
  "INVALID_RECORD",
  "CORRUPT_MESSAGE",
];

/** Whether the broker said no to what it was sent, and is there all the same. */
export function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { type, cause } = error as Error & { type?: string };
  return (type !== undefined && refusals.includes(type)) || isRefusal(cause);
}
