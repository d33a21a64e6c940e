"use client";

import { ChevronDown, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ContentView } from "@/lib/records/content/schema";

import { Input } from "../ui/input";
import { Prose } from "./prose";
import { textOfHtml } from "./text-of-html";

/** Questions in their order, each opening on its answer, and a field that leaves those that hold its words. */
export function QuestionList({
  questions,
  lang,
}: {
  questions: ContentView["questions"];
  /** Their language, which need not be the reader's. */
  lang: string;
}) {
  const t = useTranslations("content");
  const [sought, setSought] = useState("");
  const words = foldedWords(sought);
  const found = questions.filter((one) => {
    const text = folded(`${one.question} ${textOfHtml(one.html)}`);
    return words.every((word) => text.includes(word));
  });
  return (
    <div>
      <search className="relative block">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-3 left-3 size-5 text-ink-soft"
        />
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          className="pl-10"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </search>
      <output className="mt-2 block min-h-6 text-sm text-ink-soft">
        {words.length > 0 &&
          (found.length > 0 ? t("found", { count: found.length }) : t("noAnswer"))}
      </output>
      <div className="mt-2 divide-y border-y">
        {found.map(({ id, question, html }) => (
          <details key={id} className="group">
            <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 py-3 hover:text-accent-ink [&::-webkit-details-marker]:hidden">
              <h2 lang={lang} className="text-lg font-semibold">
                {question}
              </h2>
              <ChevronDown
                aria-hidden
                className="size-5 shrink-0 text-ink-soft transition-transform group-open:rotate-180"
              />
            </summary>
            {/* The link's target lies inside, so that the browser opens it. */}
            <Prose id={id} html={html} lang={lang} className="scroll-mt-28 pb-5" />
          </details>
        ))}
      </div>
    </div>
  );
}

/** Without accents and case, as people type. */
const folded = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
const foldedWords = (text: string) => folded(text).split(/\s+/).filter(Boolean);
