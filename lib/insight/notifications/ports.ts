import type { Context } from "@/lib/core/context";

import type { Attachment, Transports } from "./rules";
import type { Letter, ReportMail } from "./schema";

declare module "@/lib/core/context" {
  interface Ports {
    /** lib/process: the ways out of the house that this process was given. */
    transports(): Transports;
    /** lib/process: a letter as a page of HTML (components/mail). */
    renderLetter(letter: Letter): Promise<string>;
    /**
     * The room of reports: a weekly report's file, made now and with its reader's own rights; null where they may not
     * read it any more, or want it no more.
     */
    attachReport(ctx: Context, report: ReportMail): Promise<Attachment | null>;
  }
}
