import type { Metadata } from "next";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";

import { LegalPage } from "@/components/shell/legal-page";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("legal.privacy");
  return { title: t("title"), description: t("lead") };
}

/** When the words were last changed. */
const changedOn = new Date("2026-11-20T00:00:00Z");

export default page({
  area: "site",
  permission: "service.read",
  run: async () => {
    const t = await getTranslations("legal");
    const format = await getFormatter();
    const { sections } = (await getMessages()).legal.privacy;
    const keys = Object.keys(sections) as (keyof typeof sections)[];
    return (
      <LegalPage
        title={t("privacy.title")}
        lead={t("privacy.lead")}
        sections={keys.map((key) => ({
          title: t(`privacy.sections.${key}.title`),
          text: t(`privacy.sections.${key}.text`),
        }))}
        updated={t("updated", { date: format.dateTime(changedOn, { dateStyle: "long" }) })}
      />
    );
  },
});
