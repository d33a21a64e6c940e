/** Bytes of a mebibyte, in which limits of bodies and files are said. */
export const mebibyte = 1024 * 1024;

/** A picture as it may be sent (operations.md §6.9): mebibytes at most, and the kinds that are read. */
export const sentImage = {
  maxMebibytes: 5,
  types: ["image/jpeg", "image/png", "image/gif", "image/webp"],
} as const;
