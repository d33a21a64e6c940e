import { unstable_rethrow } from "next/navigation";

/**
 * What the server answers; undefined where the request failed on its way, so that who asked can say so and keep
 * what was typed. What the framework throws to go elsewhere, such as a redirect, goes on.
 */
export async function orUnsent<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    unstable_rethrow(error);
    return undefined;
  }
}
