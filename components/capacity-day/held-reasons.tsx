import { useTranslations } from "next-intl";

/** Why places of a slot are not offered. */
export function HeldReasons({ held }: { held: number }) {
  const t = useTranslations("capacityDay");
  if (held === 0) return null;
  return <p className="text-sm text-warning">{t("held", { count: held })}</p>;
}
