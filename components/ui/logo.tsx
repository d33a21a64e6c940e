import { useTranslations } from "next-intl";

/** The mark: a charging bay seen from above, with a bolt in it. */
export function LogoMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M8.5 7.5v14a3 3 0 0 0 3 3h9a3 3 0 0 0 3-3v-14"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <path d="M17.4 6.2 11.9 14h3.5l-1 6.2 5.7-8h-3.6z" className="fill-on-accent" />
    </svg>
  );
}

/** Mark and name together. */
export function Logo() {
  const t = useTranslations("site");
  return (
    <span className="flex items-center gap-2.5">
      <LogoMark />
      <span className="text-lg font-semibold tracking-tight">{t("name")}</span>
    </span>
  );
}
