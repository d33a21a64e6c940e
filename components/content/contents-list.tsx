import { useTranslations } from "next-intl";

import type { ContentView } from "@/lib/records/content/schema";

/** The headings of a long text beside it, where the window has room; they stay in sight while it is read. */
export function ContentsList({
  headings,
  lang,
}: {
  headings: ContentView["headings"];
  /** The language of the text, which need not be the reader's. */
  lang: string;
}) {
  const t = useTranslations("content");
  return (
    <nav
      aria-labelledby="contents"
      className="sticky top-24 hidden max-h-[calc(100dvh-8rem)] w-60 shrink-0 overflow-y-auto lg:block"
    >
      <p id="contents" className="mb-2 text-sm font-semibold">
        {t("contents")}
      </p>
      <ul lang={lang} className="border-l text-sm">
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="-ml-px block border-l border-transparent py-1.5 pl-4 text-ink-soft hover:border-ink hover:text-ink"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
