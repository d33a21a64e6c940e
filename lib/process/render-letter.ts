import { mailPage } from "@/components/mail/mail-page";
import type { Letter } from "@/lib/insight/notifications/schema";

/** Asked for once: even what is loaded already takes a third of a millisecond to be found again. */
let react: ReturnType<typeof loadReact> | undefined;
const loadReact = () =>
  import(/* webpackIgnore: true */ /* turbopackIgnore: true */ "react-dom/server");

/** A letter as a page of HTML, by React, which only who sends mail loads; the bundler leaves it to Node. */
export async function renderLetter(letter: Letter): Promise<string> {
  react ??= loadReact();
  const { renderToStaticMarkup } = await react;
  return `<!doctype html>${renderToStaticMarkup(mailPage(letter))}`;
}
