import { createInterface } from "node:readline/promises";

/**
 * Warns of what cannot be taken back, and goes on when the word is typed. Throws a plain Error where another is, and
 * where nobody sits at the terminal, with the command that does not ask.
 */
export async function askFirst(
  warning: string,
  { word, otherwise }: { readonly word: string; readonly otherwise: string },
): Promise<void> {
  if (!process.stdin.isTTY) throw new Error(`${warning} To do so: ${otherwise}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${warning} Type "${word}" to go on: `);
  terminal.close();
  if (answer.trim() !== word) throw new Error("Nothing was changed.");
}
