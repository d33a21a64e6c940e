import { connect, type Socket } from "node:net";

import type SMTPPool from "nodemailer/lib/smtp-pool";

import { askOutside } from "@/lib/core/outside";

import { mailConnections, type Outgoing, type Transport } from "./rules";

/** Where mail is handed over, and whom it comes from. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://…:465`; further settings of nodemailer as its query. */
  readonly url: string;
  readonly from: string;
}

/** A server that does not answer is given up after this, milliseconds. */
const timeout = 10_000;
/** Connections stay open for the next mail so long, milliseconds: a mail server ends those that rest for longer. */
const idleMs = 1_000;

type Mailer = Awaited<ReturnType<typeof makeMailer>>;

/** Carries mail by SMTP, over a few connections, kept while there is more to send. */
export function emailTransport(settings: MailSettings): Transport {
  let mailer: Promise<Mailer> | null = null;
  let underWay = 0;
  let resting: NodeJS.Timeout | undefined;
  const end = () => {
    const ended = mailer;
    mailer = null;
    void ended?.then((one) => one.close());
  };
  return (message) =>
    askOutside("The mail server", async () => {
      clearTimeout(resting);
      underWay += 1;
      try {
        mailer ??= makeMailer(settings);
        await (await mailer).sendMail(mailOf(message));
      } finally {
        underWay -= 1;
        // oxlint-disable-next-line no-restricted-globals -- nothing waits for it: it only ends what is not used
        if (underWay === 0) resting = setTimeout(end, idleMs);
      }
    });
}

/**
 * Only a worker sends mail, so only a worker that does loads what speaks SMTP. Built as a pool by itself, because
 * `createTransport` hears nothing but the address where there is one. What a connection broke off is not sent again
 * unasked: each try is one.
 */
async function makeMailer(settings: MailSettings) {
  const { createTransport } = await import("nodemailer");
  const { default: Pool } = await import("nodemailer/lib/smtp-pool/index.js");
  const options = {
    url: settings.url,
    pool: true as const,
    maxConnections: mailConnections,
    maxRequeues: 0,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    getSocket,
  };
  return createTransport(new Pool(options), { from: settings.from });
}

/**
 * Connects without Nagle's wait: a mail is several small writes, of which each would wait 40 ms for the server's word
 * that the one before came. Where nobody is reached the pool tries for itself, and says what failed.
 */
const getSocket: NonNullable<SMTPPool.Options["getSocket"]> = (options, callback) => {
  const { host = "localhost", secure, port = secure ? 465 : 587 } = options;
  const socket = connect({ host, port: Number(port), noDelay: true, timeout });
  const fail = () => {
    socket.off("error", fail).on("error", () => undefined);
    socket.destroy();
    callback(null, false);
  };
  socket.once("error", fail).once("timeout", fail);
  socket.once("connect", () => {
    socket.off("error", fail).off("timeout", fail).setTimeout(0);
    callback(null, { connection: writeTogether(socket) });
  });
};

/**
 * Hands what is written within one turn of the event loop to the system at once: nodemailer writes a mail line by line,
 * and each such write cost as much as wording the whole mail.
 */
function writeTogether(socket: Socket): Socket {
  const write = socket.write.bind(socket) as (...asked: unknown[]) => boolean;
  socket.write = (...asked: unknown[]) => {
    if (socket.writableCorked === 0) {
      socket.cork();
      setImmediate(() => socket.uncork());
    }
    return write(...asked);
  };
  return socket;
}

/** Said by the language: nodemailer would count the letters of text and page of every mail. */
const textEncodingOf = (locale: string) =>
  new Intl.Locale(locale).maximize().script === "Latn" ? "quoted-printable" : "base64";

function mailOf({ id, recipient, locale, subject, body, html, attachments, headers }: Outgoing) {
  return {
    textEncoding: textEncodingOf(locale) as "quoted-printable" | "base64",
    to: { name: "", address: recipient },
    subject: subject ?? "",
    text: body,
    messageId: `<${id}@baybook>`,
    ...(html !== undefined && { html }),
    ...(headers && { headers }),
    ...(attachments && {
      attachments: attachments.map(({ content, ...file }) => ({
        ...file,
        content: typeof content === "string" ? content : Buffer.from(content),
      })),
    }),
  };
}
