import { askServer } from "./ask-server";
import { readAnswer } from "./read-answer";

/** How often, and how long apart in milliseconds, the server is asked. */
const mostTries = 10;
const pause = 300;

/**
 * Waits until a session that another tab is ending has ended. What is erased is told before that, and to ask for a page
 * at once would bring the one of before back. Without network, or where it does not end, it is soon over.
 */
export async function untilEnded(viewer: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { heard } = await askServer(viewer, "/api/v1/auth/me");
    if (readAnswer(heard, "").kind !== "Done") return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
