/** Bytes of a mebibyte, in which limits of bodies and files are said. */
export const mebibyte = 1024 * 1024;
