"use server";

import { redirect } from "next/navigation";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { action } from "@/lib/http/action";
import { sendAlert } from "@/lib/insight/inbox";
import { SendAlert } from "@/lib/insight/inbox/schema";
import { listUsers } from "@/lib/people/accounts";
import { ListUsers } from "@/lib/people/accounts/schema";

const tell = action({
  permission: "notification.broadcast",
  body: SendAlert,
  run: (ctx, body) => sendAlert(ctx, body),
});

export async function send(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await tell(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/admin/messages/alert?added=${result.data.count}`);
}

/** As many as are looked through at a glance; whoever looks for another types more. */
const most = 8;

export const findPeople = action({
  permission: "user.read",
  body: ListUsers.pick({ search: true, sort: true }),
  run: async (ctx, query) => {
    const { items } = await listUsers(ctx, { ...query, page: 1, limit: most });
    return items.map(({ id, name, email, role }) => ({ id, name, email, role }));
  },
});
