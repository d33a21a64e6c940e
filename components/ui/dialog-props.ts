import type { ReactNode } from "react";

/** What `Dialog` is told, and tells its window once that has come. */
export interface DialogProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** In the middle of the window; or a sheet, from below on a phone and from the side where there is room. */
  readonly form?: "dialog" | "sheet";
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A DialogBody, and a DialogFooter where it has actions. They begin anew each time it opens. */
  readonly children: ReactNode;
}
