import { CarFront, X } from "lucide-react";
import { useTranslations } from "next-intl";

import { asksAny, type CarNeed } from "../station/car-need";
import { useNeedWords } from "../station/need-words";

/** Says plainly that only places for one kind of car are shown, and takes that back; heard as it comes and goes. */
export function NeedLine({
  need,
  isKept,
  clear,
}: {
  need: CarNeed;
  /** Whether this device remembered it, so that nobody wonders where the other stations are. */
  isKept: boolean;
  clear: () => void;
}) {
  const t = useTranslations("finder");
  const words = useNeedWords();
  const isOn = asksAny(need);
  return (
    <div
      className={
        isOn
          ? "flex flex-wrap items-center gap-x-3 rounded-md bg-accent-soft py-1 pr-1 pl-4 text-sm"
          : "sr-only"
      }
    >
      <output className="flex min-w-0 flex-1 basis-56 items-center gap-2 py-1.5">
        {isOn && (
          <>
            <CarFront aria-hidden className="size-4 shrink-0 text-accent-ink" />
            <span>{t(isKept ? "needKept" : "needOn", { need: words(need) })}</span>
          </>
        )}
      </output>
      {isOn && (
        <button
          type="button"
          onClick={clear}
          className="inline-flex min-h-9 max-sm:-ml-3 items-center gap-1.5 rounded-md px-3 font-medium text-accent-ink hover:bg-sunken"
        >
          <X aria-hidden className="size-4" />
          {t("needOff")}
        </button>
      )}
    </div>
  );
}
