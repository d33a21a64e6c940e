import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <MessagePage
      icon={SearchX}
      title={t("title")}
      action={<ButtonLink href="/">{t("action")}</ButtonLink>}
    >
      <p>{t("text")}</p>
    </MessagePage>
  );
}
