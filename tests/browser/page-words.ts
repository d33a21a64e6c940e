/** In the page: whether it reaches out of sight to the side. */
export const isTooWide = () =>
  document.documentElement.scrollWidth > document.documentElement.clientWidth;

/**
 * What a page says to the eye and to a screen reader, in the reader's language, whether it reaches out of sight, and
 * what of the navigation has no room for all of its letters.
 */
export function wordsOf(): { texts: string[]; isWide: boolean; cut: string[] } {
  const attributes = ["aria-label", "aria-description", "title", "placeholder", "alt"];
  // Maps name places and their makers; a part in another language says so.
  const elsewhere = "script, style, code, pre, .leaflet-container, html [lang]";
  for (const details of document.querySelectorAll("details")) details.open = true;
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    // The letters that stand for a person.
    if (!text || /^[A-Z]{2}$/.test(text)) continue;
    if (!node.parentElement?.closest(elsewhere)) texts.push(text);
  }
  for (const name of attributes) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name)?.trim();
      if (text && !element.closest(elsewhere)) texts.push(text);
    }
  }
  // The page, and what stands open above it.
  const opened = document.querySelectorAll("[role=dialog][data-open], :popover-open");
  const isWide = [document.documentElement, ...opened].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  );
  const cut = [...document.querySelectorAll<HTMLElement>("nav li :is(a, button) > span")]
    .filter((label) => {
      const { left, right, width } = label.getBoundingClientRect();
      const room = label.closest("li, [popover]")?.getBoundingClientRect();
      // One for screen readers alone has no width to speak of.
      if (!room || width <= 1) return false;
      const { clientWidth } = document.documentElement;
      // What lies outside of a strip that scrolls is a swipe away.
      const scrolls = label.closest("nav")?.matches(".overflow-x-auto, :has(> .overflow-x-auto)");
      const [from, to] = scrolls ? [room.left, room.right] : [0, clientWidth];
      const isOut = left < Math.max(from, room.left) - 1 || right > Math.min(to, room.right) + 1;
      return isOut || label.scrollWidth > label.clientWidth + 1;
    })
    .map((label) => label.textContent ?? "");
  return { texts: [...new Set(texts)], isWide, cut };
}
