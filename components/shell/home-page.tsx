import { Check, type LucideIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Card, CardHeader } from "../ui/card";
import { Facts } from "../ui/facts";
import { FigureTile } from "../ui/figure-tile";

interface Figure {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: number;
}

/** A role's first page: a few figures, who one is, and what one may do. */
export function HomePage({
  name,
  lead,
  figures,
  facts,
  may,
  children,
}: {
  name: string;
  lead: string;
  figures: readonly Figure[];
  facts: readonly { readonly name: string; readonly value: ReactNode }[];
  /** What the role may do, one a line. */
  may: string;
  /** What stands between the figures and the facts. */
  children?: ReactNode;
}) {
  const t = useTranslations("home");
  const format = useFormatter();
  return (
    <div className="space-y-6">
      <header>
        <h1 className="text-2xl font-semibold">{t("hello", { name })}</h1>
        <p className="mt-1 text-ink-soft">{lead}</p>
      </header>
      {figures.length > 0 && (
        <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {figures.map((figure) => (
            <FigureTile key={figure.label} {...figure} value={format.number(figure.value)} />
          ))}
        </dl>
      )}
      {children}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card aria-labelledby="you">
          <CardHeader id="you" title={t("you")} />
          <Facts rows={facts} />
        </Card>
        <Card aria-labelledby="may">
          <CardHeader id="may" title={t("may")} />
          <ul className="space-y-2.5 text-sm">
            {may.split("|").map((line) => (
              <li key={line} className="flex gap-2.5">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
                {line}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
