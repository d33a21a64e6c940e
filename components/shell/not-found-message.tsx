import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "../ui/button";
import { MessagePage } from "./message-page";

/** Says that there is no such page, or none for the reader. */
export function NotFoundMessage({ framed }: { framed?: boolean }) {
  const t = useTranslations("errors.notFound");
  return (
    <MessagePage
      icon={SearchX}
      title={t("title")}
      action={<ButtonLink href="/">{t("action")}</ButtonLink>}
      framed={framed}
    >
      <p>{t("text")}</p>
    </MessagePage>
  );
}
