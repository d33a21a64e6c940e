import { askServer } from "../offline/ask-server";
import { readAnswer } from "../offline/read-answer";

/**
 * Approves one booking in a transaction of its own; also from a page that is just being left. Null where it is
 * approved, otherwise why not, in words; `unsent` where no answer of ours came.
 */
export async function sendApproval(
  viewer: string,
  id: string,
  unsent: string,
): Promise<string | null> {
  const path = `/api/v1/bookings/${encodeURIComponent(id)}/approve`;
  const { heard } = await askServer(viewer, path, { method: "PUT", keepalive: true });
  const meaning = readAnswer(heard, "Approve");
  if (meaning.kind === "Done") return null;
  return (meaning.kind === "Refused" && meaning.refusal.message) || messageOf(heard) || unsent;
}

/** What the answer says, where it was no refusal of the act itself. */
function messageOf(heard: Awaited<ReturnType<typeof askServer>>["heard"]): string | undefined {
  const message =
    heard === "nothing" ? undefined : (heard.body as { message?: unknown } | undefined)?.message;
  return typeof message === "string" ? message : undefined;
}
