import { FilterX } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "../ui/button-link";

/** Takes every filter away; sort and columns stay. */
export function ClearFilters({ href }: { href: string }) {
  const t = useTranslations("table");
  return (
    <ButtonLink href={href} look="quiet" scroll={false}>
      <FilterX aria-hidden />
      {t("clear")}
    </ButtonLink>
  );
}
