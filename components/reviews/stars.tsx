import { Star } from "lucide-react";
import { useTranslations } from "next-intl";

import { cn } from "../ui/class-names";

const five = [1, 2, 3, 4, 5] as const;

/** A score as stars, said in words for whoever does not see them. */
export function Stars({ score }: { score: number }) {
  const t = useTranslations("reviews");
  return (
    <span className="inline-flex gap-0.5">
      <span className="sr-only">{t("stars", { score })}</span>
      {five.map((star) => (
        <Star
          key={star}
          aria-hidden
          className={cn("size-4", star <= score ? "fill-accent text-accent" : "text-line-strong")}
        />
      ))}
    </span>
  );
}
