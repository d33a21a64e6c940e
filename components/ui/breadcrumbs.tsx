import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/**
 * Where a page stands: the pages above it, from the outermost; the page itself is its heading. One page alone reads as the
 * way back to it.
 */
export function Breadcrumbs({
  trail,
}: {
  trail: readonly { readonly title: string; readonly href: string }[];
}) {
  const t = useTranslations("ui");
  const isWayBack = trail.length === 1;
  return (
    <nav aria-label={t("trail")} className="-mt-2 mb-2">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-ink-soft">
        {trail.map(({ title, href }, index) => (
          <li key={href} className="inline-flex min-w-0 items-center gap-1">
            {isWayBack && <ChevronLeft aria-hidden className="size-4 shrink-0 rtl:rotate-180" />}
            {index > 0 && (
              <ChevronRight aria-hidden className="mr-1 size-4 shrink-0 rtl:rotate-180" />
            )}
            <Link
              href={href}
              className="-mx-1.5 inline-block max-w-72 truncate rounded-sm px-1.5 py-2 hover:bg-sunken hover:text-ink max-lg:py-3"
            >
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
