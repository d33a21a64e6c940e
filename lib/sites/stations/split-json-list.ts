import { fail } from "@/lib/core/errors";

import type { TakeTurns } from "./take-turns";

/** Where an item of a list stands in the text, and how deep it is nested. */
export interface JsonItem {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/**
 * Finds the items of a JSON list without reading them, so that a broken one is told and the next still read, and no
 * text blocks the process: the list that the text is, or the list `data` of the object that it is; an object without
 * `data` is a list of itself. Throws `import.unreadable` where the text is none of these, ends before its end, or has
 * more than `most` items.
 */
export async function splitJsonList(
  text: string,
  most: number,
  turns: TakeTurns,
): Promise<JsonItem[]> {
  const reader = new JsonReader(text, turns);
  const start = reader.blanks(0);
  const { items, end } =
    text[start] === "["
      ? await itemsAt(reader, start, most)
      : text[start] === "{"
        ? await itemsIn(reader, start, most)
        : unreadable("no_list");
  if (reader.blanks(end) < text.length) unreadable("no_json");
  return items;
}

function unreadable(why: "no_json" | "no_list"): never {
  throw fail("import.unreadable", { why });
}

interface FoundList {
  readonly items: JsonItem[];
  readonly end: number;
}

async function itemsAt(reader: JsonReader, start: number, most: number): Promise<FoundList> {
  const items: JsonItem[] = [];
  let at = reader.blanks(start + 1);
  if (reader.text[at] === "]") return { items, end: at + 1 };
  for (;;) {
    const { end, depth } = await reader.skip(at);
    if (items.length === most) throw fail("import.unreadable", { why: "too_many", most });
    items.push({ from: at, to: end, depth });
    at = reader.blanks(end);
    if (reader.text[at] === "]") return { items, end: at + 1 };
    if (reader.text[at] !== ",") unreadable("no_json");
    at = reader.blanks(at + 1);
  }
}

async function itemsIn(reader: JsonReader, start: number, most: number): Promise<FoundList> {
  let list: FoundList | undefined;
  let depth = 0;
  const names = new Set<string>();
  let at = reader.blanks(start + 1);
  while (reader.text[at] !== "}") {
    const name = await reader.skip(at);
    at = reader.blanks(name.end);
    if (reader.text[at] !== ":") unreadable("no_json");
    const key = reader.text.slice(name.end - '"data"'.length, name.end);
    names.add(reader.text.slice(name.end - '"coordinates"'.length, name.end));
    at = reader.blanks(at + 1);
    if (key === '"data"' && reader.text[at] === "[") {
      list = await itemsAt(reader, at, most);
      at = list.end;
    } else if (key === '"data"' && reader.text[at] === "{") {
      const one = await reader.skip(at);
      list = { items: [{ from: at, to: one.end, depth: one.depth }], end: one.end };
      at = one.end;
    } else {
      const value = await reader.skip(at);
      depth = Math.max(depth, value.depth);
      at = value.end;
    }
    at = reader.blanks(at);
    if (reader.text[at] === ",") at = reader.blanks(at + 1);
    else if (reader.text[at] !== "}") unreadable("no_json");
  }
  const end = at + 1;
  if (list) return { items: list.items, end };
  if (!names.has('"coordinates"')) unreadable("no_list");
  return { items: [{ from: start, to: end, depth: depth + 1 }], end };
}

/** Steps over JSON by its brackets and strings; what stands between them is for `JSON.parse` to judge. */
class JsonReader {
  /** How far others have had their turns. */
  private counted = 0;

  constructor(
    readonly text: string,
    private readonly turns: TakeTurns,
  ) {}

  /** The next place at which no blank stands. */
  blanks(at: number): number {
    let next = at;
    while (next < this.text.length && this.text.charCodeAt(next) <= 0x20) next += 1;
    return next;
  }

  /** The end of the value that begins here, and how deep it is nested. */
  async skip(start: number): Promise<{ end: number; depth: number }> {
    const { text } = this;
    let depth = 0;
    let deepest = 0;
    for (let at = start; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === '"') {
        at = this.endOfString(at);
        if (depth === 0) return { end: at + 1, depth: deepest };
      } else if (sign === "{" || sign === "[") {
        depth += 1;
        deepest = Math.max(deepest, depth);
      } else if (sign === "}" || sign === "]") {
        if (depth === 0) return { end: this.some(start, at), depth: deepest };
        depth -= 1;
        if (depth === 0) return { end: at + 1, depth: deepest };
      } else if (depth === 0 && (sign === "," || text.charCodeAt(at) <= 0x20)) {
        return { end: this.some(start, at), depth: deepest };
      }
      if (at - this.counted >= step) {
        await this.turns(at - this.counted);
        this.counted = at;
      }
    }
    return unreadable("no_json");
  }

  private some(start: number, end: number): number {
    return end > start ? end : unreadable("no_json");
  }

  private endOfString(start: number): number {
    for (let at = start + 1; at < this.text.length; at += 1) {
      const sign = this.text.charCodeAt(at);
      if (sign === backslash) at += 1;
      else if (sign === quote) return at;
    }
    return unreadable("no_json");
  }
}

const step = 16 * 1024;
const backslash = 0x5c;
const quote = 0x22;
