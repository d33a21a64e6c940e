/** The characters that the sanitiser escapes, as it writes them. */
const escaped: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};

/** What a text's HTML says, as its reader would type it: without tags, and with `&` for `&amp;`. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(lt|gt|quot|amp);/g, (sign) => escaped[sign] ?? sign);
