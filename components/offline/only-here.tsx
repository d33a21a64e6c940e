import { useTranslations } from "next-intl";

import type { Act } from "./act";
import { KeptPicture } from "./kept-picture";

/** What a refused note or photo holds and nobody else has: to be read, and told before it goes. */
export function OnlyHere({ act }: { act: Act }) {
  const t = useTranslations("offline.onlyHere");
  if (act.kind === "Note") {
    return (
      <>
        <p>{t("note")}</p>
        <blockquote className="mt-2 border-l-2 pl-3 wrap-anywhere whitespace-pre-wrap text-ink">
          {act.text}
        </blockquote>
      </>
    );
  }
  return (
    <>
      <p>{t("photo")}</p>
      <div className="mt-2 w-32">
        <KeptPicture actKey={act.key} name={t("picture", { number: act.number })} />
      </div>
    </>
  );
}
