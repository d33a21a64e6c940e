import { Columns3, Square, SquareCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { buttonClass } from "../ui/button";
import { menuEntryClass, PopoverMenu } from "../ui/popover-menu";
import type { TableState } from "./table-state";

/** Which columns are shown, as links, so that the choice is in the address too. */
export function ColumnChoice({
  columns,
  state,
}: {
  columns: readonly { readonly id: string; readonly title: string }[];
  state: TableState;
}) {
  const t = useTranslations("table");
  const toggled = (id: string) => {
    const hidden = new Set(state.hidden);
    if (!hidden.delete(id)) hidden.add(id);
    return state.href({ hide: [...hidden].join(","), page: String(state.page) });
  };
  return (
    <div>
      <PopoverMenu
        id="columns"
        label={t("columns")}
        trigger={
          <>
            <Columns3 /> {t("columns")}
          </>
        }
        triggerClass={`${buttonClass({ look: "quiet", size: "sm" })} [&>span]:inline-flex [&>span]:items-center [&>span]:gap-2`}
        place="above"
      >
        <ul>
          {columns.map(({ id, title }) => (
            <li key={id}>
              <Link href={toggled(id)} scroll={false} className={menuEntryClass}>
                {state.hidden.has(id) ? <Square aria-hidden /> : <SquareCheck aria-hidden />}
                {title}
                <span className="sr-only">{t(state.hidden.has(id) ? "isHidden" : "isShown")}</span>
              </Link>
            </li>
          ))}
        </ul>
      </PopoverMenu>
    </div>
  );
}
