import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import { asksMore, type FinderQuery } from "./finder-query";

/** Says that this device remembered what was asked, so that nobody wonders where the other stations are. */
export function KeptLine({ query, clear }: { query: FinderQuery; clear: () => void }) {
  const t = useTranslations("finder");
  if (!asksMore(query) && !query.near) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 rounded-md bg-accent-soft py-1 pr-1 pl-4 text-sm">
      <output className="flex-1 basis-56 py-1.5">{t("kept")}</output>
      <button
        type="button"
        onClick={clear}
        className="inline-flex min-h-9 max-sm:-ml-3 items-center gap-1.5 rounded-md px-3 font-medium text-accent-ink hover:bg-sunken"
      >
        <X aria-hidden className="size-4" />
        {t("keptOff")}
      </button>
    </div>
  );
}
