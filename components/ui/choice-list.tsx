import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";

import { cn } from "./class-names";

/** What can be chosen, as the select holds it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list to choose one of, below a field that narrows it: the ARIA pattern of a combobox. */
export function ChoiceList({
  label,
  choices,
  chosen,
  typed: first,
  choose,
  close,
  leave,
}: {
  label: string;
  choices: readonly Choice[];
  /** The value that is chosen now. */
  chosen: string;
  /** What was typed before the field was there. */
  typed: string;
  choose: (value: string) => void;
  /** Closes it, and brings the focus back. */
  close: () => void;
  /** Closes it where the focus has gone elsewhere. */
  leave: () => void;
}) {
  const t = useTranslations("ui");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(first);
  const [active, setActive] = useState(() =>
    first === ""
      ? Math.max(
          0,
          choices.findIndex(({ value }) => value === chosen),
        )
      : 0,
  );
  const found = choices.filter(({ label: name }) => fits(name, typed));
  useLayoutEffect(() => field.current?.focus(), []);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const steps: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive(Math.min(active + 1, found.length - 1)),
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Enter: () => found[active] && choose(found[active].value),
    Escape: close,
  };
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return (
    <span
      className={
        "absolute top-full left-0 z-[900] mt-1 block w-96 max-w-[calc(100vw-2rem)] rounded-md border bg-surface p-1.5 shadow-lg " +
        // Where a phone's keyboard leaves room.
        "max-sm:fixed max-sm:inset-x-4 max-sm:top-20 max-sm:mt-0 max-sm:w-auto"
      }
      // What is typed here belongs to no form.
      onChange={(event) => event.stopPropagation()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) leave();
      }}
    >
      <span className="relative block">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <input
          ref={field}
          form="none"
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={found[active] && `${id}-${active}`}
          aria-autocomplete="list"
          aria-label={label}
          placeholder={label}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(0);
          }}
          onKeyDown={walk}
          className="h-11 w-full rounded-sm border border-line-strong bg-surface pr-3 pl-9 text-base placeholder:text-ink-soft"
        />
      </span>
      <div
        ref={list}
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of a field to search in, which a select has not
        role="listbox"
        aria-label={label}
        className="mt-1.5 max-h-72 overflow-y-auto overscroll-contain text-sm"
      >
        {found.map((one, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- a combobox's list: the keys are the field's, which keeps the focus
          <div
            key={one.value}
            id={`${id}-${at}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its list
            role="option"
            aria-selected={one.value === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one.value)}
            onMouseMove={() => setActive(at)}
            className={cn(
              "flex min-h-11 cursor-pointer items-center rounded-sm px-3 wrap-anywhere",
              at === active && "bg-sunken",
              one.value === chosen && "font-semibold",
            )}
          >
            {one.label}
          </div>
        ))}
      </div>
      <output className={cn("block px-3 text-sm text-ink-soft", found.length === 0 && "py-3")}>
        {found.length === 0 && t("nothingFits")}
      </output>
    </span>
  );
}

/** Every word of what is typed is somewhere in the name, however either is written. */
function fits(name: string, typed: string): boolean {
  const all = plain(name);
  return plain(typed)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const plain = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
