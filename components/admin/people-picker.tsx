import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { Role } from "@/lib/core/actor";
import type { ServerAction } from "@/lib/http/action";

import { useForm } from "../form/action-form";
import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Somebody who can be told. */
interface Found {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}
export type FindPeople = ServerAction<{ search?: string }, Found[]>;

/** People who are found by name, email or phone and chosen one by one; the form sends them as `targetUsers`. */
export function PeoplePicker({ find }: { find: FindPeople }) {
  const t = useTranslations("alert");
  const roles = useTranslations("shell.roles");
  const viewer = useViewerField();
  const { state } = useForm();
  const [chosen, setChosen] = useState<readonly Found[]>([]);
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [search, setSearch] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const look = () =>
    start(async () => {
      if (search.trim() === "") return;
      const answer = await orUnsent(find({ search, ...viewer }));
      setFault(answer?.ok ? null : (answer?.message ?? t("unsent")));
      setFound(answer?.ok ? answer.data : null);
    });
  const others = found?.filter(({ id }) => !chosen.some((one) => one.id === id));
  return (
    <div className="space-y-3">
      {/* Blank says that nobody is chosen. */}
      <input type="hidden" name="targetUsers" value="" />
      <Field name="search" label={t("people")} error={fault ?? state?.errors.targetUsers}>
        {({ name: _name, ...control }) => (
          <div className="flex gap-2">
            <Input
              {...control}
              type="search"
              value={search}
              maxLength={100}
              onChange={({ target }) => setSearch(target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                // It looks for somebody; it does not send the alert.
                event.preventDefault();
                look();
              }}
            />
            <Button
              look="secondary"
              size="icon"
              aria-label={t("find")}
              disabled={pending}
              onClick={look}
            >
              <Search aria-hidden />
            </Button>
          </div>
        )}
      </Field>
      {others && (
        <ul aria-label={t("found")} className="divide-y rounded-md border text-sm">
          {others.length === 0 && <li className="px-3 py-3 text-ink-soft">{t("nobody")}</li>}
          {others.map((one) => (
            <li key={one.id} className="flex items-center gap-3 py-1.5 pr-1.5 pl-3">
              <span className="min-w-0 flex-1 break-words">
                {one.name}{" "}
                <span className="block text-ink-soft">
                  {one.email} · {roles(one.role)}
                </span>
              </span>
              <Button
                look="secondary"
                aria-label={t("addOf", { name: one.name })}
                onClick={() => setChosen([...chosen, one])}
              >
                {t("add")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ul aria-label={t("chosen")} className="flex flex-wrap gap-2 text-sm">
          {chosen.map(({ id, name }) => (
            <li key={id} className="flex items-center rounded-md bg-sunken pl-3">
              <input type="hidden" name="targetUsers" value={id} />
              {name}
              <Button
                look="quiet"
                size="icon"
                aria-label={t("dropOf", { name })}
                onClick={() => setChosen(chosen.filter((one) => one.id !== id))}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
