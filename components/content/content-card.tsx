import { FilePlus2, Languages, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import {
  type ContentKind,
  type ContentVersion,
  type CreateDraft,
  lawLocale,
} from "@/lib/records/content/schema";

import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { ButtonLink } from "../ui/button-link";
import { Card, CardHeader } from "../ui/card";
import { contentPaths } from "./content-paths";
import { LanguageName } from "./language-name";
import { PhaseBadge } from "./phase-badge";
import { useDay } from "./use-day";

/** One text in every language: what is in force, what is to come, what is being written. */
export function ContentCard({
  kind,
  locales,
  versions,
  begin,
}: {
  kind: ContentKind;
  locales: readonly string[];
  versions: readonly ContentVersion[];
  begin: FormAction<CreateDraft>;
}) {
  const t = useTranslations("content");
  return (
    <Card aria-labelledby={`kind-${kind}`}>
      <CardHeader id={`kind-${kind}`} title={t(`pages.${kind}.title`)}>
        <Link href={contentPaths[kind]} className="link text-sm">
          {contentPaths[kind]}
        </Link>
      </CardHeader>
      <ul className="divide-y">
        {locales.map((locale) => (
          <LanguageRow
            key={locale}
            kind={kind}
            locale={locale}
            versions={versions.filter((version) => version.locale === locale)}
            counting={versions.filter(isRead).filter((version) => version.locale === lawLocale)}
            begin={begin}
          />
        ))}
      </ul>
    </Card>
  );
}

const isRead = ({ phase }: ContentVersion) => phase === "InForce" || phase === "Coming";

function LanguageRow({
  kind,
  locale,
  versions,
  counting,
  begin,
}: {
  kind: ContentKind;
  locale: string;
  versions: readonly ContentVersion[];
  /** The English versions that are read now or will be: a draft of another is begun anew, with its text. */
  counting: readonly ContentVersion[];
  begin: FormAction<CreateDraft>;
}) {
  const t = useTranslations("contents");
  const draft = versions.find(({ can }) => can.includes("edit"));
  const isCurrent =
    locale === lawLocale || counting.some(({ version }) => version === draft?.version);
  const read = versions.filter(isRead);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0 sm:grid-cols-[8rem_1fr_auto]">
      <p className="font-medium">
        <LanguageName locale={locale} />
      </p>
      <ul className="space-y-1 text-sm max-sm:col-span-2 max-sm:row-start-2">
        {read.length === 0 && <li className="text-ink-soft">{t("english")}</li>}
        {[...read, draft ?? []].flat().map((version) => (
          <VersionLine key={version.id} version={version} />
        ))}
      </ul>
      {draft && isCurrent ? (
        <ButtonLink href={`/admin/content/${draft.id}`} look="secondary" size="sm">
          <Pencil aria-hidden />
          {t("edit")}
        </ButtonLink>
      ) : (
        <ActionForm action={begin} className="">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton look="secondary" size="sm">
            {locale === lawLocale ? <FilePlus2 aria-hidden /> : <Languages aria-hidden />}
            {t(locale === lawLocale ? "begin" : "translate")}
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}

function VersionLine({ version }: { version: ContentVersion }) {
  const t = useTranslations("contents");
  const dayOf = useDay();
  const { id, phase, effectiveAt, updatedAt } = version;
  const when =
    phase === "Draft" || effectiveAt === null
      ? t("changedAt", { date: dayOf(updatedAt) })
      : t(phase === "Coming" ? "from" : "since", { date: dayOf(effectiveAt) });
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <PhaseBadge phase={phase} />
      <Link href={`/admin/content/${id}`} className="link">
        {t("version", { version: version.version })}
      </Link>
      <span className="text-ink-soft">{when}</span>
    </li>
  );
}
