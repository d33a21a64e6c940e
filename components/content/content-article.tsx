import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

import type { ContentPhase, ContentView } from "@/lib/records/content/schema";

import { cn } from "../ui/class-names";
import { Notice } from "../ui/notice";
import { ContentBody } from "./content-body";
import { contentPaths } from "./content-paths";
import { ContentsList } from "./contents-list";
import { useDay } from "./use-day";

/** A text of the site with its version at the foot; what differs from what holds now is said at its head. */
export function ContentArticle({
  content,
  children,
}: {
  content: ContentView;
  /** What the page says besides, before the version. */
  children?: ReactNode;
}) {
  const t = useTranslations("content");
  const { kind, locale, phase, questions, headings } = content;
  const isLong = questions.length === 0 && headings.length >= long;
  return (
    <div className="shell flex items-start justify-center gap-16 py-10 sm:py-16">
      {isLong && <ContentsList headings={headings} lang={locale} />}
      <article className={cn("min-w-0 flex-1", questions.length > 0 ? "max-w-3xl" : "max-w-prose")}>
        <h1 className="text-3xl font-semibold">{t(`pages.${kind}.title`)}</h1>
        <Remarks content={content} />
        <div className="mt-6">
          <ContentBody content={content} lang={locale} />
          {children}
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
    </div>
  );
}

/** From so many headings on, a text is too long to be seen at once. */
const long = 4;

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
    <div className="mt-6 space-y-3">
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
