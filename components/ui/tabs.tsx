"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

/**
 * Panels of which one shows; arrow keys move between the tabs. A phone shows four and a half of them: that there are more
 * is seen.
 */
export function Tabs<V extends string>({
  label,
  tabs,
  defaultValue,
}: {
  label: string;
  tabs: readonly {
    readonly value: V;
    readonly label: ReactNode;
    readonly panel: ReactNode;
    /** Whether there is something in the panel that takes the focus; else the panel itself does. */
    readonly hasControls: boolean;
  }[];
  defaultValue: V;
}) {
  return (
    <Base.Root defaultValue={defaultValue}>
      <div className="-mx-1 overflow-x-auto px-1 py-1">
        <Base.List aria-label={label} className="flex min-w-full gap-1.5 sm:gap-2">
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className="tab">
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
      </div>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          tabIndex={tab.hasControls ? -1 : 0}
          className="mt-4 rounded-md"
        >
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
