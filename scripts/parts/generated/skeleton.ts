import { globSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import type { Messages } from "@/components/i18n/together";
import { fieldKey } from "@/lib/http/translate-refusal";
import type { RoomWords } from "@/lib/words/define-words";
import type { RefusalRow } from "@/lib/words/refusals";
import * as rooms from "@/lib/words/rooms";

import { root } from "../paths";
import { readCatalogue } from "./catalogues";
import { fieldWords, sentencesIn } from "./field-words";

/** What the ground says of fields, which stands in no room's schema. */
const GROUND = ["lib/core/fields.ts", "lib/http/input.ts", "lib/http/validation.ts"];

/**
 * What a translator works on, by room: the words of the pages, and under `rules` what stands in English beside the
 * rules — refusals by code, what is wrong with a field by its English, a setting's help by name. What `known` says
 * already is kept; the rest is in English; what the product says no more is left out.
 */
export async function skeleton(
  known: Readonly<Record<string, Messages>>,
): Promise<Record<string, Messages>> {
  const english = readCatalogue("en");
  const fields = await fieldsByRoom();
  const files = Object.entries<RoomWords>(rooms).map(([room, words]) => {
    const all = { ...english[room], ...rulesOf(words, fields[room] ?? {}) };
    return [room, keep(all, known[room] ?? {})] as const;
  });
  return Object.fromEntries(files.filter(([, messages]) => Object.keys(messages).length > 0));
}

function rulesOf({ errors = {}, settings = {} }: RoomWords, fields: Messages): Messages {
  const refusals: Record<string, Record<string, string>> = {};
  for (const [code, row] of Object.entries(errors)) {
    const [subject = "", reason = ""] = code.split(".");
    refusals[subject] = { ...refusals[subject], [reason]: spellRefusal(row, icuName) };
  }
  const helps = Object.entries(settings).map(([name, { help }]) => [name, help]);
  const rules = { refusals, fields, settings: Object.fromEntries(helps) as Messages };
  const said = Object.entries(rules).filter(([, messages]) => Object.keys(messages).length > 0);
  return said.length > 0 ? { rules: Object.fromEntries(said) } : {};
}

const icuName = (name: string) => `{${name}}`;

/** A refusal's English with something in the place of each value: `At most {days} days.` */
export function spellRefusal({ words }: RefusalRow, show: (name: string) => string): string {
  const valueOf = (name: string) =>
    // Whatever is done with it, joined or put into a sentence, its name comes out.
    new Proxy({}, { get: () => () => show(name) });
  return `${words(new Proxy({}, { get: (_, name) => valueOf(String(name)) }))}`;
}

/** What each room says is wrong with a field, by `fieldKey`; a sentence of several rooms belongs to the first. */
async function fieldsByRoom(): Promise<Record<string, Messages>> {
  const said = new Set<string>();
  const byRoom: Record<string, Messages> = {};
  for (const room of Object.keys(rooms).toSorted(groundFirst)) {
    const paths = room === "ground" ? GROUND : globSync(`lib/*/${room}/schema.ts`, { cwd: root() });
    const found: Record<string, string> = {};
    for (const english of await sentencesOf(paths)) {
      const key = fieldKey(english);
      if (!said.has(key)) found[key] = english;
      said.add(key);
    }
    byRoom[room] = found;
  }
  return byRoom;
}

const groundFirst = (one: string, other: string) =>
  Number(other === "ground") - Number(one === "ground") || (one < other ? -1 : 1);

async function sentencesOf(paths: readonly string[]): Promise<string[]> {
  const sentences: string[] = [];
  for (const path of globSync([...paths], { cwd: root() })) {
    const file = root(path);
    const exported = (await import(pathToFileURL(file).href)) as object;
    sentences.push(...fieldWords(Object.values(exported)));
    sentences.push(...sentencesIn(readFileSync(file, "utf8")));
  }
  return sentences;
}

/** The words of `all`, each as `known` says it where it does. */
function keep(all: Messages, known: Messages): Messages {
  const entries = Object.entries(all).map(([key, said]) => {
    const kept = known[key];
    if (typeof said === "string") return [key, typeof kept === "string" ? kept : said];
    return [key, keep(said, typeof kept === "object" ? kept : {})];
  });
  return Object.fromEntries(entries) as Messages;
}
