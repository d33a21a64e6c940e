import { useTranslations } from "next-intl";
import Link from "next/link";

import type { ContentVersion } from "@/lib/records/content/schema";

import { Card, CardHeader } from "../ui/card";
import { Facts } from "../ui/facts";
import { contentPaths } from "./content-paths";
import { LanguageName } from "./language-name";
import { useDay } from "./use-day";

/** What holds of a version beside its text. */
export function ContentFacts({ version }: { version: ContentVersion }) {
  const t = useTranslations("contentEditor");
  const language = useTranslations("contents")("language");
  const dayOf = useDay();
  const { kind, locale, effectiveAt, requiresConsent, phase } = version;
  const isDraft = phase === "Draft";
  const path = contentPaths[kind];
  const address = isDraft ? path : `${path}?version=${version.version}`;
  return (
    <Card aria-labelledby="facts">
      <CardHeader id="facts" title={t("facts")} />
      <Facts
        rows={[
          { name: language, value: <LanguageName locale={locale} /> },
          { name: t("effective"), value: effectiveAt && dayOf(effectiveAt) },
          {
            name: t("consent"),
            value: !isDraft && t(requiresConsent ? "consentAsked" : "consentNotAsked"),
          },
          {
            name: t("publicPage"),
            value: (
              <Link href={address} className="link">
                {path}
              </Link>
            ),
          },
        ].filter(({ value }) => value !== false)}
      />
    </Card>
  );
}
