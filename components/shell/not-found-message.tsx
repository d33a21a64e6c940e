import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";

import { buttonClass } from "../ui/button";
import { BareFrame } from "./bare-frame";
import { Message } from "./message";

/** Says that there is no such page, or none for the reader. */
export function NotFoundMessage({ framed }: { framed: boolean }) {
  const t = useTranslations("errors.notFound");
  const message = (
    <Message
      icon={SearchX}
      title={t("title")}
      // As in `BareFrame`, no router's link: every page brings this one along.
      action={
        // oxlint-disable-next-line nextjs/no-html-link-for-pages -- on purpose
        <a href="/" className={buttonClass()}>
          {t("action")}
        </a>
      }
    >
      <p>{t("text")}</p>
    </Message>
  );
  return framed ? message : <BareFrame>{message}</BareFrame>;
}
