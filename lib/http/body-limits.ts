import { mebibyte } from "@/lib/core/sizes";

/** A JSON body, and what a page or an action is sent, in bytes (api.md, Errors; Next's own rule for actions). */
export const plainBody = mebibyte;
/** The largest file that a declaration may let in. */
export const largestUpload = 10 * mebibyte;
/** What a form writes around its file. */
export const formOverhead = 64 * 1024;
/** What the browser's login, and what else next-auth takes, has room in. */
export const loginBody = 16 * 1024;
