import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

import { buttonClass } from "../ui/button";
import { menuEntryClass, PopoverMenu } from "../ui/popover-menu";
import type { TableState } from "./table-state";

/** The sort as a menu of links, for cards, which have no headings to press; beside it what else stands above them. */
export function SortChoice({
  columns,
  state,
  children,
}: {
  columns: readonly { readonly title: string; readonly sort?: string }[];
  state: TableState;
  children?: ReactNode;
}) {
  const t = useTranslations("table");
  const choices = columns.flatMap(({ title, sort }) =>
    sort
      ? [
          { sort, title, direction: t("ascending"), Icon: ArrowUp },
          { sort: `-${sort}`, title, direction: t("descending"), Icon: ArrowDown },
        ]
      : [],
  );
  const chosen = choices.find(({ sort }) => sort === state.sort);
  if (choices.length === 0 && !children) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border-b px-1 py-1 rows:hidden">
      {choices.length > 0 && (
        <PopoverMenu
          id="sort"
          label={t("sort")}
          trigger={
            <>
              <ArrowUpDown /> {chosen ? `${chosen.title}, ${chosen.direction}` : t("sort")}
            </>
          }
          triggerClass={`${buttonClass({ look: "quiet", size: "sm" })} [&>span]:inline-flex [&>span]:items-center [&>span]:gap-2`}
          place="below"
        >
          <ul>
            {choices.map(({ sort, title, direction, Icon }) => (
              <li key={sort}>
                <Link
                  href={state.href({ sort })}
                  scroll={false}
                  aria-current={sort === state.sort ? "true" : undefined}
                  className={`${menuEntryClass} aria-[current]:font-semibold`}
                >
                  <Icon aria-hidden />
                  {title}, {direction}
                </Link>
              </li>
            ))}
          </ul>
        </PopoverMenu>
      )}
      {children}
    </div>
  );
}
