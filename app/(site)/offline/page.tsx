import { CloudOff } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { LeftNote } from "@/components/offline/left-note";
import { RetryButton } from "@/components/offline/retry-button";
import { Message } from "@/components/shell/message";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offline.page");
  return { title: t("title"), robots: { index: false } };
}

/** Stands for every page that is asked for without network and not kept; the worker keeps it, and shows it at any address. */
export default page({
  area: "site",
  permission: "service.read",
  run: async () => {
    const t = await getTranslations("offline.page");
    return (
      <Message icon={CloudOff} title={t("title")} action={<RetryButton>{t("action")}</RetryButton>}>
        <p>{t("text")}</p>
        <LeftNote>{t("left")}</LeftNote>
      </Message>
    );
  },
});
