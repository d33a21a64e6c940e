import type { FieldsAction } from "@/lib/http/action";
import type { UserAction } from "@/lib/people/accounts/schema";

import { ActionButton } from "./action-button";

type Change = "deactivate" | "reactivate";
type Word = Change | `${Change}Title` | `${Change}Text` | `${Change}Confirm` | `${Change}d`;

/** Deactivates an account, or brings it back, from a table's row, whichever of them can be done. */
export function AccountButton<Named extends object>({
  account: { name, can },
  input,
  actions,
  words,
  mustSayWhy = false,
}: {
  account: { readonly name: string; readonly can: readonly UserAction[] };
  /** Names the account to the actions. */
  input: { readonly [Name in keyof Named]: Named[Name] & string };
  actions: Readonly<Record<Change, FieldsAction<Named & { reason?: string }>>>;
  words: (key: Word, values?: { name: string }) => string;
  /** Whether a deactivation needs a reason. */
  mustSayWhy?: boolean;
}) {
  const change = (["deactivate", "reactivate"] as const).find((one) => can.includes(one));
  if (!change) return null;
  const closes = change === "deactivate";
  return (
    <ActionButton
      action={actions[change]}
      input={input}
      label={words(`${change}Confirm`)}
      name={words(change, { name })}
      look="secondary"
      size="sm"
      done={words(`${change}d`, { name })}
      ask={{
        title: words(`${change}Title`, { name }),
        text: words(`${change}Text`),
        confirm: words(`${change}Confirm`),
        isDanger: closes,
        reason: closes && mustSayWhy ? "required" : "optional",
      }}
    />
  );
}
