import { askServer } from "../offline/ask-server";
import { readAnswer } from "../offline/read-answer";

const pathOf = (id: string) => `/api/v1/bookings/${encodeURIComponent(id)}`;

/**
 * Approves one booking in a transaction of its own; also from a page that is just being left. Null where it is
 * approved, otherwise why not, in words: `unsent` where no answer of ours came, `signedOut` where the session had ended.
 */
export async function sendApproval(
  viewer: string,
  id: string,
  { unsent, signedOut }: { readonly unsent: string; readonly signedOut?: string },
): Promise<string | null> {
  const { heard } = await askServer(viewer, `${pathOf(id)}/approve`, {
    method: "PUT",
    keepalive: true,
  });
  const meaning = readAnswer(heard, "Approve");
  if (meaning.kind === "Done") return null;
  if (meaning.kind === "SignedOut" && signedOut) return signedOut;
  return (meaning.kind === "Refused" && meaning.refusal.message) || messageOf(heard) || unsent;
}

/** What the answer says, where it was no refusal of the act itself. */
function messageOf(heard: Awaited<ReturnType<typeof askServer>>["heard"]): string | undefined {
  const message =
    heard === "nothing" ? undefined : (heard.body as { message?: unknown } | undefined)?.message;
  return typeof message === "string" ? message : undefined;
}

/** Whether a booking waits for approval no more, or is not to be seen any more; false where no answer says so. */
export async function isDecided(viewer: string, id: string): Promise<boolean> {
  const { heard } = await askServer(viewer, pathOf(id));
  const { kind } = readAnswer(heard, "");
  if (kind !== "Done" || heard === "nothing") return kind === "Refused";
  const { data } = heard.body as { readonly data?: { readonly can?: readonly string[] } };
  return data?.can?.includes("approve") === false;
}
