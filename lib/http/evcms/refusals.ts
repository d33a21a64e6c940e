/** What EV-CMS's clients look for in a refusal (operations.md §3): a message that they compare, and when to try again. */
export const evcmsRefusal = (
  { code, status }: { readonly code: string; readonly status: number },
  seconds: number,
) => ({
  ...(code === "request.invalid" && { message: "Validation failed" }),
  ...(status === 429 && { retryAfter: seconds }),
});
