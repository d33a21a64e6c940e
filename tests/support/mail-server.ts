import type { AddressInfo } from "node:net";

import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

/**
 * A real SMTP server on loopback that keeps the mails that it took. `take` may have its own way with one that came: it
 * is taken when `answer` is called.
 */
export async function startMailServer(
  take: (mail: ParsedMail, answer: () => void) => void = (_mail, answer) => answer(),
) {
  const inbox: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => {
      simpleParser(stream, (error, mail) => {
        if (error) return void done(error);
        take(mail, () => {
          inbox.push(mail);
          done();
        });
      });
    },
  });
  // A sender that was killed.
  server.on("error", () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, inbox };
}
