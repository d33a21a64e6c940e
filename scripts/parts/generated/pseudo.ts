import { parse, type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

import type { Messages } from "@/components/i18n/together";

import { catalogues, readCatalogue } from "./catalogues";

/** Unicode's name for English with accents, which no people speaks. */
export const pseudoLocale = "en-XA";

/** By letter, one that looks like it and is none of English: what shows without is from no catalogue. */
const marked: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [
    letter,
    [..."åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"][index] ?? letter,
  ]),
);

/** How much longer than English a language may well be: 40 %. */
const stretch = 0.4;
const filling = " ~~~~~";

/** The files of the language that shows, in tests, what is not from a catalogue and what has no room for longer words. */
export function pseudoFiles(): Record<string, string> {
  const files = Object.entries(readCatalogue("en")).map(([room, messages]) => [
    `${catalogues}/${pseudoLocale}/${room}.json`,
    `${JSON.stringify(everyMessage(messages), null, 2)}\n`,
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

function everyMessage(messages: Messages): Messages {
  const entries = Object.entries(messages).map(([key, said]) => [
    key,
    typeof said === "string" ? pseudo(said) : everyMessage(said),
  ]);
  return Object.fromEntries(entries) as Messages;
}

/** An ICU message in marked letters, 40 % longer: `Save` → `[Šåṽé~~]`. Values, tags and plurals stay what they are. */
export function pseudo(message: string): string {
  const elements = parse(message, { captureLocation: false });
  const more = Math.ceil(lengthOf(elements) * stretch);
  const filler = filling.repeat(Math.ceil(more / filling.length)).slice(0, more);
  return printAST([literal("["), ...elements.map(mark), literal(`${filler}]`)]);
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

function mark(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return literal([...element.value].map((letter) => marked[letter] ?? letter).join(""));
    case TYPE.tag:
      return { ...element, children: element.children.map(mark) };
    case TYPE.plural:
    case TYPE.select:
      return {
        ...element,
        options: Object.fromEntries(
          Object.entries(element.options).map(([name, { value }]) => [
            name,
            { value: value.map(mark) },
          ]),
        ),
      } as MessageFormatElement;
    default:
      return element;
  }
}

/** How many characters a message has of its own, by the longest of its choices. */
function lengthOf(elements: readonly MessageFormatElement[]): number {
  let length = 0;
  for (const element of elements) {
    if (element.type === TYPE.literal) length += element.value.length;
    if (element.type === TYPE.tag) length += lengthOf(element.children);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const options = Object.values(element.options).map(({ value }) => lengthOf(value));
      length += Math.max(0, ...options);
    }
  }
  return length;
}
