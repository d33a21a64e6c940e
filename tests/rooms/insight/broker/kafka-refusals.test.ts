import { KafkaJSNonRetriableError, KafkaJSProtocolError } from "kafkajs";
import { expect, it } from "vitest";

import { isRefusal } from "@/lib/insight/broker/send-kafka";

/** What kafkajs throws when a broker answers with this error, after its own retries. */
const thrown = (type: string, code: number) => {
  const said = Object.assign(new Error(type), { type, code, retriable: false });
  const error = new KafkaJSProtocolError(said);
  return Object.assign(new KafkaJSNonRetriableError(error), { cause: error });
};

it.each([
  ["MESSAGE_TOO_LARGE", 10],
  ["RECORD_LIST_TOO_LARGE", 18],
  ["INVALID_RECORD", 87],
])("%s is Kafka's no to what it was sent, and counts as a try", (type, code) =>
  expect(isRefusal(thrown(type, code))).toBe(true),
);

it.each([
  ["UNKNOWN_TOPIC_OR_PARTITION", 3],
  ["TOPIC_AUTHORIZATION_FAILED", 29],
  ["NOT_ENOUGH_REPLICAS", 19],
])("%s says that Kafka is not there for us, and counts as none", (type, code) =>
  expect(isRefusal(thrown(type, code))).toBe(false),
);

it("a line that broke is none", () => expect(isRefusal(new Error("ECONNRESET"))).toBe(false));
