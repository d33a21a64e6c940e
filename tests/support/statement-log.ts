import { connect, createServer, type Socket } from "node:net";

/** A statement as it was sent, with its values as text. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | null)[];
  /** Of which trip to the database it is: those of one trip were sent before an answer to any of them. */
  readonly trip: number;
}

/** Stands between a program and its PostgreSQL and notes what is sent while it is told to. */
export interface StatementLog {
  /** The database's address for the program. */
  readonly url: string;
  /** Notes what is sent while the work goes on, which has to use one connection at a time. */
  during(work: () => Promise<unknown>): Promise<Statement[]>;
  close(): void;
}

/** PostgreSQL's frontend messages that matter here: a statement's text, its values, and the end of a question. */
const [parse, bind, simple] = ["P", "B", "Q"].map((letter) => letter.charCodeAt(0));
const ready = "Z".charCodeAt(0);

export async function logStatements(databaseUrl: string): Promise<StatementLog> {
  const target = new URL(databaseUrl);
  let noted: Statement[] | null = null;
  let trip = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const texts = new Map<string, string>();
    // The first message has no letter; nothing of it is noted.
    let isOpen = false;
    let waits = false;
    const fromClient = reader((type, message) => {
      if (!isOpen) return;
      if (type === parse) {
        const [name, sql] = strings(message, 2);
        texts.set(name ?? "", sql ?? "");
      }
      if (type !== bind && type !== simple) return;
      if (!waits) trip += 1;
      waits = true;
      const { name, values } = type === bind ? boundOf(message) : { name: null, values: [] };
      const sql = name === null ? (strings(message, 1)[0] ?? "") : (texts.get(name) ?? "");
      noted?.push({ sql, values, trip });
    });
    const fromServer = reader((type) => {
      if (type !== ready) return;
      isOpen = true;
      waits = false;
    });
    client.on("data", (part: Buffer) => {
      if (isOpen) fromClient(part);
      upstream.write(part);
    });
    upstream.on("data", (part: Buffer) => {
      fromServer(part);
      client.write(part);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on("close", () => other.destroy()).on("error", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" ? address?.port : "");
  return {
    url: url.href,
    async during(work) {
      const statements: Statement[] = [];
      noted = statements;
      trip = 0;
      await work();
      noted = null;
      return statements;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Calls `read` with each whole message of a stream, without its letter and length. */
function reader(read: (type: number, message: Buffer) => void): (part: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (part) => {
    rest = Buffer.concat([rest, part]);
    while (rest.length >= 5) {
      const end = 1 + rest.readInt32BE(1);
      if (rest.length < end) return;
      read(rest[0] ?? 0, rest.subarray(5, end));
      rest = rest.subarray(end);
    }
  };
}

/** The first so many texts of a message, each of which ends with a zero. */
function strings(message: Buffer, count: number): string[] {
  const found: string[] = [];
  let from = 0;
  while (found.length < count) {
    const end = message.indexOf(0, from);
    found.push(message.toString("utf8", from, end));
    from = end + 1;
  }
  return found;
}

/** The name of the statement and its values; the driver sends all values as text. */
function boundOf(message: Buffer): { name: string; values: (string | null)[] } {
  const [portal = "", name = ""] = strings(message, 2);
  let at = Buffer.byteLength(portal) + Buffer.byteLength(name) + 2;
  at += 2 + 2 * message.readInt16BE(at);
  const count = message.readInt16BE(at);
  at += 2;
  const values: (string | null)[] = [];
  while (values.length < count) {
    const length = message.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? null : message.toString("utf8", at, at + length));
    at += Math.max(0, length);
  }
  return { name, values };
}
