import { Autocomplete } from "@base-ui/react/autocomplete";
import {
  ArrowRight,
  Building2,
  CalendarDays,
  IdCard,
  type LucideIcon,
  PlugZap,
  Search,
  UserCog,
} from "lucide-react";
import { useTranslations } from "next-intl";

import type { Entry, EntryGroup } from "./entries";

const icons: Readonly<Record<Entry["kind"], LucideIcon>> = {
  action: ArrowRight,
  search: Search,
  Station: PlugZap,
  Booking: CalendarDays,
  Owner: IdCard,
  Operator: UserCog,
  Business: Building2,
};

/** The palette's lines, kind by kind; the input keeps the focus and names the one that is active. */
export function EntryList({
  groups,
  onChoose,
}: {
  groups: readonly EntryGroup[];
  onChoose: (entry: Entry) => void;
}) {
  const t = useTranslations("palette");
  const nameOf = ({ kind }: EntryGroup) => t(kind === "action" ? "actions" : kind);
  return (
    <Autocomplete.List
      aria-label={t("results")}
      className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2 empty:hidden"
    >
      {groups.map((group) => (
        <Autocomplete.Group key={group.kind} items={group.items}>
          <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-xs font-medium text-ink-soft">
            {group.isGuess ? t("guess", { kind: nameOf(group) }) : nameOf(group)}
            {group.ofAll && <span className="tabular font-normal"> {t("ofAll", group.ofAll)}</span>}
          </Autocomplete.GroupLabel>
          {group.items.map((entry) => (
            <Line key={entry.id} entry={entry} onChoose={onChoose} />
          ))}
        </Autocomplete.Group>
      ))}
    </Autocomplete.List>
  );
}

function Line({ entry, onChoose }: { entry: Entry; onChoose: (entry: Entry) => void }) {
  const { kind, title, subtitle } = entry;
  const Icon = icons[kind];
  return (
    <Autocomplete.Item
      value={entry}
      // Enter comes as a click too.
      onClick={() => onChoose(entry)}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-sm outline-none select-none data-highlighted:bg-accent-soft"
    >
      <Icon aria-hidden className="size-[1.125rem] shrink-0 text-ink-soft" />
      <span className="min-w-0">
        <span className="block truncate">{title}</span>
        {subtitle && <span className="block truncate text-xs text-ink-soft">{subtitle}</span>}
      </span>
    </Autocomplete.Item>
  );
}
