import Link from "next/link";
import type { ComponentProps } from "react";

import { buttonClass, type ButtonLook } from "./button";
import { cn } from "./class-names";

/** A link that looks like a button, because it leads to the screen's action. */
export function ButtonLink({
  look,
  size,
  className,
  ...props
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...props} className={cn(buttonClass({ look, size }), className)} />;
}

/** The same for what is no page of ours, such as a file: it opens beside the page. */
export function ExternalButtonLink({
  look,
  size,
  className,
  children,
  ...props
}: ComponentProps<"a"> & ButtonLook) {
  return (
    <a
      target="_blank"
      rel="noreferrer"
      {...props}
      className={cn(buttonClass({ look, size }), className)}
    >
      {children}
    </a>
  );
}
