import { askOutside } from "@/lib/core/outside";

import type { Transport } from "./rules";

/** Where mail is handed over, and whom it comes from. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://…:465`. */
  readonly url: string;
  readonly from: string;
}

/** Carries mail by SMTP, one connection a message; a server that does not answer is given up after 10 s. */
export function emailTransport({ url, from }: MailSettings): Transport {
  const timeout = 10_000;
  const times = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout };
  return async ({ id, recipient, subject, body, html, attachments, headers }) => {
    // Only a worker sends mail, so only a worker that does loads what speaks SMTP.
    const { createTransport } = await import("nodemailer");
    const mail = {
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
    await askOutside("The mail server", () =>
      createTransport({ url, ...times }, { from }).sendMail(mail),
    );
  };
}
