/** The narrowest phone that the bar is laid out for, in CSS pixels. */
const narrowest = 360;
/** Left and right of a label, so that neighbours do not read as one. */
const padding = 10;
/** A target for a thumb, however short its word. */
const least = 48;
/** More would leave no room between the thumbs. */
const most = 5;

/**
 * How many entries stand in a phone's bar with no word of them cut: all of them where they have room, else as many as
 * have it beside the button for the rest. By their words in the reader's language, so that server and browser agree.
 */
export function fitInBar(labels: readonly string[], more: string): number {
  const widths = labels.map(labelWidth);
  if (widths.length <= most && sum(widths) <= narrowest) return widths.length;
  const room = narrowest - labelWidth(more);
  let fitting = Math.min(widths.length, most - 1);
  while (fitting > 1 && sum(widths.slice(0, fitting)) > room) fitting -= 1;
  return fitting;
}

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

/** About how wide a label is in 12 px letters: those of Chinese, Japanese and Korean are square. */
function labelWidth(label: string): number {
  const letters = [...label.normalize("NFC")].reduce(
    (width, letter) => width + (/[ᄀ-ᇿ⺀-鿿가-힣豈-﫿＀-｠]/u.test(letter) ? 12 : 6.6),
    0,
  );
  return Math.max(least, letters + padding);
}
