import type { Transports } from "./rules";
import type { Letter } from "./schema";

declare module "@/lib/core/context" {
  interface Ports {
    /** lib/process: the ways out of the house that this process was given. */
    transports(): Transports;
    /** lib/process: a letter as a page of HTML (components/mail). */
    renderLetter(letter: Letter): Promise<string>;
  }
}
