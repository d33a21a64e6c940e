import type { ContentView } from "@/lib/records/content/schema";

import { Prose } from "./prose";
import { QuestionList } from "./question-list";

/** A text as its readers see it, wherever it is shown: on its page, in the editor's preview, as a version. */
export function ContentBody({
  content: { html, lead, questions },
  lang,
}: {
  content: Pick<ContentView, "html" | "lead" | "questions">;
  /** The language of the text, which need not be the reader's. */
  lang: string;
}) {
  if (questions.length === 0) {
    return <Prose html={html} lang={lang} className="[&>p:first-child]:text-lg" />;
  }
  return (
    <>
      <Prose html={lead} lang={lang} className="mb-6 text-lg" />
      <QuestionList questions={questions} lang={lang} />
    </>
  );
}
