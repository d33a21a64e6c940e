import { RotateCcw, UserX } from "lucide-react";

import { Deed, type DeedAction } from "./deed";

type Deeds = "deactivate" | "reactivate";
type Word = Deeds | `${Deeds}Title` | `${Deeds}Text` | `${Deeds}Confirm` | `${Deeds}d`;

/** Deactivates an account, or brings it back, from a table's row; a blocked one is an administrator's. */
export function AccountDeed({
  account: { name, status },
  input,
  actions,
  words,
  mustSayWhy = false,
}: {
  account: { readonly name: string; readonly status: "Active" | "Deactivated" | "Blocked" };
  /** Names the account to the actions. */
  input: Readonly<Record<string, unknown>>;
  actions: Readonly<Record<Deeds, DeedAction>>;
  words: (key: Word, values?: { name: string }) => string;
  /** Whether a deactivation needs a reason. */
  mustSayWhy?: boolean;
}) {
  if (status === "Blocked") return null;
  const isActive = status === "Active";
  const deed = isActive ? "deactivate" : "reactivate";
  return (
    <Deed
      action={actions[deed]}
      input={input}
      label={words(deed, { name })}
      hideLabel
      short={words(`${deed}Confirm`)}
      icon={isActive ? <UserX aria-hidden /> : <RotateCcw aria-hidden />}
      look="quiet"
      size="icon-sm"
      done={words(`${deed}d`, { name })}
      ask={{
        title: words(`${deed}Title`, { name }),
        text: words(`${deed}Text`),
        confirm: words(`${deed}Confirm`),
        reason: isActive && mustSayWhy ? "required" : "optional",
      }}
    />
  );
}
