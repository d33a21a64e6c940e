"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId, useState } from "react";

import { cn } from "../ui/class-names";

interface RowWords {
  /** What one looks for first: a time, or how long. */
  readonly lead: ReactNode;
  readonly name: ReactNode;
  /** How it stands, and what else tells it apart. */
  readonly children: ReactNode;
}

/** Beside its action there is room for a few words; where letters are large the action goes below them. */
const rowClass = "flex min-h-14 min-w-0 grow basis-28 items-center gap-2 rounded-md text-left";
const lineClass = "flex flex-wrap items-center gap-x-3 gap-y-1";

function Words({ lead, name, children }: RowWords) {
  return (
    <span className="block min-w-0 flex-1 space-y-0.5">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="tabular text-lg font-semibold">{lead}</span>
        <span className="line-clamp-2 min-w-0 font-medium wrap-anywhere">{name}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-soft *:h-auto *:max-w-full *:whitespace-normal">
        {children}
      </span>
    </span>
  );
}

/** A row of a list with its one action; what else there is to know and to do unfolds below it. */
export function QueueRow({
  action,
  note,
  more,
  isGone = false,
  ...words
}: RowWords & {
  readonly action?: ReactNode;
  /** What takes the row's whole width to be read, below the action as well. */
  readonly note?: ReactNode;
  /** Left out where there is nothing more to say. */
  readonly more?: ReactNode;
  /** Done with: it only keeps its place for a moment. */
  readonly isGone?: boolean;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (!more) {
    return (
      <li className="px-4 py-2">
        <div className={lineClass}>
          <div className={rowClass}>
            <Words {...words} />
          </div>
          {action}
        </div>
        <Note>{note}</Note>
      </li>
    );
  }
  return (
    <li className={cn("px-4 py-2", isGone && "opacity-50")} inert={isGone}>
      <div className={lineClass}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className={rowClass}
        >
          <Words {...words} />
          <ChevronDown
            aria-hidden
            className={cn(
              "size-5 shrink-0 text-ink-soft transition-transform",
              isOpen && "rotate-180",
            )}
          />
        </button>
        {action}
      </div>
      <Note>{note}</Note>
      <div id={id} hidden={!isOpen} className="space-y-3 pt-2 pb-2">
        {isOpen && more}
      </div>
    </li>
  );
}

const Note = ({ children }: { children: ReactNode }) =>
  children && <p className="pt-1 pb-2 text-sm">{children}</p>;

/** A row that leads to a page of its own. */
export function QueueLink({
  href,
  action,
  ...words
}: RowWords & { readonly href: string; readonly action?: ReactNode }) {
  return (
    <li className={cn(lineClass, "px-4 py-2")}>
      <Link href={href} className={rowClass}>
        <Words {...words} />
      </Link>
      {action}
    </li>
  );
}
