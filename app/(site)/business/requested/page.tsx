import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { isUuid } from "@/lib/core/ids";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("business.requested");
  return { title: t("title"), robots: { index: false } };
}

export default page({
  area: "site",
  permission: "business.request",
  run: async (_ctx, { searchParams }) => {
    const t = await getTranslations("business.requested");
    const { reference } = searchParams;
    return (
      <div className="shell flex flex-1 flex-col items-center justify-center py-16 text-center">
        <span className="grid size-16 place-items-center rounded-full bg-success-soft text-success">
          <MailCheck aria-hidden className="size-8" />
        </span>
        <h1 className="mt-6 text-2xl font-semibold">{t("title")}</h1>
        <p className="mt-2 max-w-lg text-ink-soft">{t("text")}</p>
        <p className="mt-5">
          <Badge tone="warning">{t("status")}</Badge>
        </p>
        {typeof reference === "string" && isUuid(reference) && (
          <p className="mt-3 text-sm text-ink-soft">
            {t("reference")}: <span className="tabular break-all">{reference}</span>
          </p>
        )}
        <ButtonLink href="/" look="secondary" className="mt-8">
          {t("home")}
        </ButtonLink>
      </div>
    );
  },
});
