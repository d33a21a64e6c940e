import { useTranslations } from "next-intl";
import Link from "next/link";

import type { ContentPhase, ContentView } from "@/lib/records/content/schema";

import { Notice } from "../ui/notice";
import { contentPaths } from "./content-paths";
import { Prose } from "./prose";
import { QuestionList } from "./question-list";
import { useDay } from "./use-day";

/** A text of the site with its version at the foot; what differs from what holds now is said at its head. */
export function ContentArticle({ content }: { content: ContentView }) {
  const t = useTranslations("content");
  const { kind, locale, phase, questions } = content;
  return (
    <article className="shell py-10 sm:py-16">
      <h1 className="text-3xl font-semibold">{t(`pages.${kind}.title`)}</h1>
      <Remarks content={content} />
      <div className="mt-6">
        {questions.length > 0 ? (
          <>
            <Prose html={content.lead} lang={locale} className="mb-6 text-lg" />
            <QuestionList questions={questions} lang={locale} />
          </>
        ) : (
          <Prose html={content.html} lang={locale} className="[&>p:first-child]:text-lg" />
        )}
      </div>
      <p className="mt-12 text-sm text-ink-soft">
        <VersionWords content={content} />
        {phase !== "InForce" && (
          <>
            {" "}
            <Link href={contentPaths[kind]} className="link">
              {t("readCurrent")}
            </Link>
          </>
        )}
      </p>
    </article>
  );
}

/** Nobody reads a draft; it would be to come. */
const phaseWords = {
  Draft: "coming",
  InForce: "inForce",
  Coming: "coming",
  Former: "former",
  Overtaken: "overtaken",
} as const satisfies Readonly<Record<ContentPhase, string>>;

function VersionWords({ content: { phase, version, effectiveAt } }: { content: ContentView }) {
  const t = useTranslations("content");
  const dayOf = useDay();
  return t(phaseWords[phase], { version, date: dayOf(effectiveAt) });
}

function Remarks({ content: { kind, isFallback, phase, coming } }: { content: ContentView }) {
  const t = useTranslations("content");
  const dayOf = useDay();
  const isAnnounced = coming && phase === "InForce";
  if (!isFallback && !isAnnounced) return null;
  return (
    <div className="mt-6 max-w-prose space-y-3">
      {isAnnounced && (
        <Notice>
          {t("newVersion", { date: dayOf(coming.effectiveAt) })}{" "}
          <Link href={`${contentPaths[kind]}?version=${coming.version}`} className="link">
            {t("readIt")}
          </Link>
        </Notice>
      )}
      {isFallback && <Notice>{t("fallback")}</Notice>}
    </div>
  );
}
