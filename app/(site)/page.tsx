import { Building2, CalendarCheck, MapPinned, PlugZap } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { SiteFinder } from "@/components/finder/site-finder";
import { ButtonLink } from "@/components/ui/button-link";
import { Toaster } from "@/components/ui/toaster";
import { page } from "@/lib/http/page";
import { readPublishedSettings } from "@/lib/records/settings";

import { ShowFinder } from "@/app/_finder/show-finder";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  const site = await getTranslations("site");
  return { title: { absolute: `${site("name")} · ${t("title")}` }, description: t("description") };
}

export default page({
  area: "site",
  permission: "station.read",
  run: async (ctx, { searchParams }) => {
    const t = await getTranslations("landing");
    const { changeCutoffMinutes } = await readPublishedSettings(ctx);
    return (
      <>
        <div className="shell pt-6 pb-8 sm:pt-8">
          <div className="mb-5">
            <h1 className="text-3xl font-semibold">{t("headline")}</h1>
            <p className="mt-2 text-ink-soft sm:text-lg">{t("lead")}</p>
          </div>
          <ShowFinder ctx={ctx} searchParams={searchParams} form="site" as={SiteFinder} />
          <Toaster />
        </div>
        <HowItWorks hours={changeCutoffMinutes / 60} />
        <ForBusinesses />
      </>
    );
  },
});

async function HowItWorks({ hours }: { hours: number }) {
  const t = await getTranslations("landing.how");
  const steps = [
    { icon: MapPinned, title: t("find"), text: t("findText") },
    { icon: CalendarCheck, title: t("book"), text: t("bookText", { hours }) },
    { icon: PlugZap, title: t("charge"), text: t("chargeText") },
  ];
  return (
    <section aria-labelledby="how" className="border-t bg-surface">
      <div className="shell py-12 sm:py-16">
        <h2 id="how" className="text-2xl font-semibold">
          {t("title")}
        </h2>
        <ol className="mt-8 grid gap-8 md:grid-cols-3 md:gap-10">
          {steps.map(({ icon: Icon, title, text }) => (
            <li key={title}>
              <span className="grid size-11 place-items-center rounded-md bg-accent-soft text-accent-ink">
                <Icon aria-hidden className="size-5" />
              </span>
              <h3 className="mt-4 text-lg font-semibold">{title}</h3>
              <p className="mt-1 text-ink-soft">{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

async function ForBusinesses() {
  const t = await getTranslations("landing.business");
  return (
    <section aria-labelledby="businesses" className="shell py-12 sm:py-16">
      <div className="flex flex-col gap-6 rounded-lg bg-accent-soft p-6 sm:p-10 md:flex-row md:items-center md:justify-between">
        <div className="max-w-2xl">
          <h2 id="businesses" className="flex items-center gap-3 text-xl font-semibold">
            <Building2 aria-hidden className="size-6 text-accent-ink" />
            {t("title")}
          </h2>
          <p className="mt-2">{t("text")}</p>
        </div>
        <ButtonLink href="/business" size="lg">
          {t("action")}
        </ButtonLink>
      </div>
    </section>
  );
}
