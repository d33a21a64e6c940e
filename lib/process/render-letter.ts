import { mailPage } from "@/components/mail/mail-page";
import type { Letter } from "@/lib/insight/notifications/schema";

/** A letter as a page of HTML, by React, which only who sends mail loads; the bundler leaves it to Node. */
export async function renderLetter(letter: Letter): Promise<string> {
  const { renderToStaticMarkup } = await import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ "react-dom/server"
  );
  return `<!doctype html>${renderToStaticMarkup(mailPage(letter))}`;
}
