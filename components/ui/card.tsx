import type { ComponentProps, ReactNode } from "react";

import { cn } from "./class-names";

/** A surface that holds one thing together. One of a list is an article: what it is about may have its like there. */
export function Card({
  as: Tag = "section",
  className,
  ...props
}: ComponentProps<"section"> & { as?: "section" | "article" }) {
  return (
    <Tag
      {...props}
      className={cn(
        "min-w-0 rounded-lg border bg-surface p-[min(1.25rem,5.2vw)] shadow-sm sm:p-6",
        className,
      )}
    />
  );
}

/** A card's heading, with room for an action or a badge at its end. */
export function CardHeader({
  title,
  level: Heading = "h2",
  id,
  children,
}: {
  title: ReactNode;
  level?: "h2" | "h3";
  id?: string;
  children?: ReactNode;
}) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
      <Heading id={id} className="scroll-mt-24 text-lg font-semibold">
        {title}
      </Heading>
      {children}
    </div>
  );
}
