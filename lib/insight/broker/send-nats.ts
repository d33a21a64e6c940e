import { jetstream, jetstreamManager, type JetStreamClient } from "@nats-io/jetstream";
import { connect, headers, type NatsConnection } from "@nats-io/transport-node";

import { askOutside } from "@/lib/core/outside";

import { partsOf, roundsOf, timeoutMs, type Broker, type BrokerMessage } from "./rules";

interface Line {
  readonly connection: NatsConnection;
  readonly stream: JetStreamClient;
}

/**
 * NATS JetStream: `baybook.<type>`, each message with its event's id, so that a repetition within the stream's window
 * (2 minutes as it is made here) is dropped. Makes the stream `baybook` where no stream has these subjects. A line that
 * broke is opened anew by the next sending.
 */
export function natsBroker(url: string): Broker {
  let line: Promise<Line> | undefined;
  const close = async () => {
    const open = await line?.catch(() => undefined);
    line = undefined;
    await open?.connection.close();
  };
  return {
    close,
    send: (messages) =>
      askOutside("The broker", async () => {
        try {
          const { stream } = await (line ??= open(url));
          return await sendRounds(stream, messages);
        } catch (error) {
          await close();
          throw new Error("NATS is away.", { cause: error });
        }
      }),
  };
}

async function open(url: string): Promise<Line> {
  const { hosts, login, tls } = partsOf(url);
  const connection = await connect({
    servers: hosts,
    ...(login && { user: login.user, pass: login.password }),
    ...(tls && { tls: {} }),
    name: "baybook",
    timeout: timeoutMs,
    reconnect: false,
  });
  try {
    const { streams } = await jetstreamManager(connection);
    const subject = "baybook.>";
    const isThere = await streams.find(subject).then(
      () => true,
      () => false,
    );
    if (!isThere) await streams.add({ name: "baybook", subjects: [subject] });
    return { connection, stream: jetstream(connection, { timeout: timeoutMs }) };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** One of each subject at a time, all subjects together. */
async function sendRounds(stream: JetStreamClient, messages: readonly BrokerMessage[]) {
  const refused = new Map<string, string>();
  const stopped = new Set<string>();
  for (const round of roundsOf(messages)) {
    const going = round.filter(({ subject }) => !stopped.has(subject));
    const reasons = await Promise.all(going.map((message) => sendOne(stream, message)));
    for (const [index, reason] of reasons.entries()) {
      const message = going[index];
      if (!message || reason === null) continue;
      refused.set(message.id, reason);
      stopped.add(message.subject);
    }
  }
  return refused;
}

/** Null when the stream has it, or why it refused; throws where nobody answers. */
async function sendOne(
  stream: JetStreamClient,
  { id, type, body, headers: said }: BrokerMessage,
): Promise<string | null> {
  const head = headers();
  for (const [name, value] of Object.entries(said)) head.set(name, value);
  try {
    await stream.publish(`baybook.${type}`, body, { msgID: id, headers: head });
    return null;
  } catch (error) {
    if (isRefusal(error)) return error.message;
    throw error;
  }
}

/** Whether the server said no to this message, and is there all the same. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error &&
  (error.name === "JetStreamApiError" || /max_payload|payload/i.test(error.message));
