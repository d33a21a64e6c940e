import { useTranslations } from "next-intl";

/** The first stop of the keyboard: past the frame, to the page itself. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="sr-only z-[1300] rounded-md bg-surface px-4 py-3 font-medium text-accent-ink shadow-lg focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {t("skip")}
    </a>
  );
}
