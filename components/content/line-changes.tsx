import { useTranslations } from "next-intl";

import type { ContentPreview } from "@/lib/records/content/schema";

import { cn } from "../ui/class-names";

/** Lines of what stays that are shown around what does not. */
const around = 2;

/** What differs from the text in force, line by line; what stays is folded to what stands around. */
export function LineChanges({
  changes,
  lang,
}: {
  changes: ContentPreview["changes"];
  /** The language of the text, which need not be the reader's. */
  lang: string;
}) {
  const t = useTranslations("contentEditor");
  if (changes.every(({ change }) => change === "Same")) {
    return <p className="text-sm text-ink-soft">{t("same")}</p>;
  }
  return (
    <div className="overflow-x-auto rounded-md border font-mono text-sm">
      {changes.map((part, index) =>
        part.change === "Same" ? (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no name but their place
          <Same
            key={index}
            lang={lang}
            lines={part.lines}
            isFirst={index === 0}
            isLast={index === changes.length - 1}
          />
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <Changed key={index} lang={lang} change={part.change} lines={part.lines} />
        ),
      )}
    </div>
  );
}

const looks = {
  Added: { tag: "ins", sign: "+", look: "bg-success-soft" },
  Removed: { tag: "del", sign: "−", look: "bg-danger-soft" },
} as const;

function Changed({
  change,
  lines,
  lang,
}: {
  change: keyof typeof looks;
  lines: readonly string[];
  lang: string;
}) {
  const t = useTranslations("contentEditor");
  const { tag: Tag, sign, look } = looks[change];
  return (
    <Tag className={cn("block no-underline", look)}>
      <span className="sr-only">{t(change === "Added" ? "added" : "removed")}</span>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no name but their place
        <Line key={index} lang={lang} sign={sign} line={line} />
      ))}
    </Tag>
  );
}

function Same({
  lines,
  lang,
  isFirst,
  isLast,
}: {
  lines: readonly string[];
  lang: string;
  isFirst: boolean;
  isLast: boolean;
}) {
  const t = useTranslations("contentEditor");
  const head = isFirst ? 0 : around;
  const tail = isLast ? 0 : around;
  const folded = lines.length - head - tail;
  const isShort = folded <= 1;
  const shown = isShort
    ? lines
    : [...lines.slice(0, head), null, ...lines.slice(lines.length - tail)];
  return (
    <div className="text-ink-soft">
      {shown.map((line, index) =>
        line === null ? (
          <p key="folded" className="bg-sunken px-3 py-1 font-sans text-xs">
            {t("unchanged", { count: folded })}
          </p>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no name but their place
          <Line key={index} lang={lang} sign=" " line={line} />
        ),
      )}
    </div>
  );
}

function Line({ sign, line, lang }: { sign: string; line: string; lang: string }) {
  return (
    <span className="flex gap-2 px-3">
      <span aria-hidden className="w-3 shrink-0 select-none">
        {sign}
      </span>
      <span lang={lang} className="min-h-[1lh] min-w-0 whitespace-pre-wrap">
        {line}
      </span>
    </span>
  );
}
