"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";

/** A list of actions that opens below its trigger. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} className="z-[1050]">
          <Base.Popup className="min-w-56 rounded-md border bg-surface p-1.5 shadow-lg outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const item =
  "flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-sm px-3 text-left text-sm select-none " +
  "outline-none data-highlighted:bg-sunken [&_svg]:size-[1.125rem] [&_svg]:text-ink-soft";

export function MenuItem(props: {
  render?: ReactElement;
  onClick?: () => void;
  children: ReactNode;
}) {
  return <Base.Item {...props} className={item} />;
}

/** An item that is a link. */
export function MenuLink({ render, children }: { render: ReactElement; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={render} className={item}>
      {children}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1.5 my-1.5 border-t" />;
}
