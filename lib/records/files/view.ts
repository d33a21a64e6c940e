import type { UploadRow } from "./store/uploads";

/** A file as it leaves the house. */
export interface FileView {
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Opened by itself in a browser, a file runs and loads nothing and is never guessed to be of another type. A public
 * one never changes under its address; a private one is kept by nobody on the way (operations.md §6.9).
 */
export function viewFile(
  { mediaType, visibility }: Pick<UploadRow, "mediaType" | "visibility">,
  content: Uint8Array,
): FileView {
  const cache =
    visibility === "Public" ? "public, max-age=31536000, immutable" : "private, no-store";
  return {
    content,
    contentType: mediaType,
    headers: {
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": cache,
    },
  };
}
