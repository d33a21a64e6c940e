import { useTranslations } from "next-intl";
import { Fragment } from "react";

import { usePlaceWords } from "../station/place-groups";
import type { DayKind } from "./day-kinds";

/**
 * What the lanes are, in view wherever the day is scrolled to: those of each kind of places under its name, or else so
 * many `plain` ones. The lanes say it themselves to screen readers.
 */
export function LaneNames({ kinds, plain }: { kinds: readonly DayKind[]; plain: number }) {
  const t = useTranslations("day");
  const { kind: words } = usePlaceWords();
  return (
    <div aria-hidden className="sticky left-0 z-30 shrink-0 border-r bg-surface pt-8 text-xs">
      <p className="flex h-6 items-center border-t px-3 text-ink-soft">{t("free")}</p>
      <Names count={plain} />
      {kinds.map(({ key, kind, lanes }) => (
        <Fragment key={key}>
          <p className="flex h-6 items-center border-t px-3 font-medium whitespace-nowrap">
            {kind ? words(kind) : t("without")}
          </p>
          <Names count={lanes.length} isNamed={kind !== null} />
        </Fragment>
      ))}
    </div>
  );
}

function Names({ count, isNamed = true }: { count: number; isNamed?: boolean }) {
  const t = useTranslations("day");
  return Array.from({ length: count }, (_, index) => (
    <p key={index} className="flex h-12 items-center border-t px-3 text-ink-soft">
      {isNamed && t("lane", { number: index + 1 })}
    </p>
  ));
}
