import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";

import { buttonClass } from "../ui/button";
import { MessagePage } from "./message-page";

/** Says that there is no such page, or none for the reader. */
export function NotFoundMessage({ framed }: { framed?: boolean }) {
  const t = useTranslations("errors.notFound");
  return (
    <MessagePage
      icon={SearchX}
      title={t("title")}
      // As in `MessagePage`, no router's link: every page brings this one along.
      action={
        // oxlint-disable-next-line nextjs/no-html-link-for-pages -- on purpose
        <a href="/" className={buttonClass()}>
          {t("action")}
        </a>
      }
      framed={framed}
    >
      <p>{t("text")}</p>
    </MessagePage>
  );
}
