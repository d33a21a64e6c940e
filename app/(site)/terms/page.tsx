import type { Metadata } from "next";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";

import { LegalPage } from "@/components/shell/legal-page";
import { page } from "@/lib/http/page";
import { readPublishedSettings } from "@/lib/records/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("legal.terms");
  return { title: t("title"), description: t("lead") };
}

/** When the words were last changed. */
const changedOn = new Date("2026-11-20T00:00:00Z");

export default page({
  area: "site",
  permission: "service.read",
  run: async (ctx) => {
    const t = await getTranslations("legal");
    const format = await getFormatter();
    const { changeCutoffMinutes, noShowAfterMinutes } = await readPublishedSettings(ctx);
    const values = { hours: changeCutoffMinutes / 60, noShow: noShowAfterMinutes };
    const { sections } = (await getMessages()).legal.terms;
    const keys = Object.keys(sections) as (keyof typeof sections)[];
    return (
      <LegalPage
        title={t("terms.title")}
        lead={t("terms.lead")}
        sections={keys.map((key) => ({
          title: t(`terms.sections.${key}.title`),
          text: t(`terms.sections.${key}.text`, values),
        }))}
        updated={t("updated", { date: format.dateTime(changedOn, { dateStyle: "long" }) })}
      />
    );
  },
});
