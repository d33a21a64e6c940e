import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { Visitor } from "oxc-parser";

import type { Language } from "@/components/i18n/locales";
import type { Messages } from "@/components/i18n/together";
import { typefaces } from "@/lib/core/documents/typeface";

import { keysOf } from "./catalogue-checks";
import { shownBy } from "./colour-checks";
import { modulesOf } from "./modules";
import type { Project } from "./project";

const everyMessage = (messages: Messages): ReadonlyMap<string, string> =>
  new Map(
    keysOf(messages).map((key) => [
      key,
      key
        .split(".")
        .reduce<unknown>((found, part) => (found as Messages)[part], messages) as string,
    ]),
  );

/** What English says and the language does not: there readers see English. */
export function missingWords(english: Messages, other: Messages): string[] {
  const own = everyMessage(other);
  return keysOf(english).filter((key) => !own.has(key));
}

/**
 * What is wrong in what a language does say: a key that English has not, a value, a tag or a choice that is lost or made
 * up, and a count without one of the plural forms of the language (`few` and `many` of Russian, say).
 */
export function wrongWords(locale: string, english: Messages, other: Messages): string[] {
  const law = everyMessage(english);
  return [...everyMessage(other)].flatMap(([key, message]) => {
    const said = law.get(key);
    if (said === undefined) return [`${key}: English does not say it`];
    const [asked, given] = [partsOf(said), partsOf(message)];
    return [
      ...[...asked.difference(given)].map((part) => `${key}: lacks ${part}`),
      ...[...given.difference(asked)].map((part) => `${key}: has ${part}, which English has not`),
      ...lackedForms(locale, parse(message)).map((form) => `${key}: lacks the plural “${form}”`),
    ];
  });
}

/** Values, tags and choices of a message, within its choices too: `{who}`, `{at, date}`, `<b>`, `{status: Active}`. */
function partsOf(message: string): Set<string> {
  const parts = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        parts.add(`<${element.value}>`);
        walk(element.children);
        continue;
      }
      const isInstant = element.type === TYPE.date || element.type === TYPE.time;
      parts.add(isInstant ? `{${element.value} as a time}` : `{${element.value}}`);
      if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
      for (const [name, { value }] of Object.entries(element.options)) {
        if (element.type === TYPE.select) parts.add(`{${element.value}: ${name}}`);
        walk(value);
      }
    }
  };
  walk(parse(message));
  return parts;
}

function lackedForms(locale: string, elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return lackedForms(locale, element.children);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
    const inside = Object.values(element.options).flatMap(({ value }) =>
      lackedForms(locale, value),
    );
    if (element.type === TYPE.select) return inside;
    const rules = new Intl.PluralRules(locale, { type: element.pluralType });
    const forms = rules.resolvedOptions().pluralCategories;
    return [...forms.filter((form) => !(form in element.options)), ...inside];
  });
}

/** What a language's line in `locales.ts` says that is not so. */
export function wrongLine(locale: string, line: Language, messages: Messages): string[] {
  const { direction } = textInfoOf(locale);
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  const strange = strangeLetters(line, messages);
  return [
    ...(line.name.trim() ? [] : ["it has no name"]),
    ...(line.direction === direction ? [] : [`it is written ${direction}`]),
    ...(line.digits === numberingSystem ? [] : [`its digits are ${numberingSystem}`]),
    ...(strange ? [`its font ${line.font} has not: ${strange}`] : []),
  ];
}

/** Node has it as a method; TypeScript knows neither. */
const textInfoOf = (locale: string) =>
  (new Intl.Locale(locale) as Intl.Locale & { getTextInfo(): { direction: string } }).getTextInfo();

/** Letters of what it says that neither its font draws nor the Latin one. */
function strangeLetters({ name, font }: Language, messages: Messages): string {
  const scripts = [...typefaces[font].scripts, ...typefaces.latin.scripts, "Common", "Inherited"];
  const strange = new RegExp(
    `[^${scripts.map((script) => `\\p{Script=${script}}`).join("")}]`,
    "gu",
  );
  const said = [name, ...everyMessage(messages).values()].join("");
  return [...new Set(said.match(strange))].slice(0, 20).join(" ");
}

/**
 * Namespaces that only consoles show; those may speak English where a language lacks words. Every other is read by the
 * public, by owners or in letters, receipts and refusals.
 */
export function consoleNamespaces(project: Project): ReadonlySet<string> {
  const pages = [...project.keys()].filter((path) => /^app\/(.*\/)?page\.tsx$/.test(path));
  const isConsole = (path: string) => /^app\/(admin|backoffice|operator)\//.test(path);
  const named = (paths: readonly string[]) =>
    new Set(paths.flatMap((path) => [...namespacesOf(project, path)]));
  const shown = (of: readonly string[]) => [
    ...new Set(of.flatMap((page) => [...shownBy(project, page)])),
  ];
  const isCode = (path: string) => /^lib\/.*\.ts$/.test(path);
  const everybodys = named([
    ...shown(pages.filter((page) => !isConsole(page))),
    ...[...project.keys()].filter(isCode),
  ]);
  return named(shown(pages.filter(isConsole))).difference(everybodys);
}

/** Those that a file asks for: `useTranslations("finder")`, `getTranslations("rules.faults")`, `say("receipts.issued")`. */
function namespacesOf(project: Project, path: string): Set<string> {
  const found = new Set<string>();
  const program = modulesOf(project).get(path)?.program;
  if (!program) return found;
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      const name = callee.type === "Identifier" ? callee.name : "";
      if (!/^((use|get)Translations|say)$/.test(name)) return;
      const key =
        first?.type === "Literal" && typeof first.value === "string"
          ? first.value
          : first?.type === "TemplateLiteral"
            ? (first.quasis[0]?.value.cooked ?? "")
            : "";
      const [namespace] = key.split(".");
      if (namespace) found.add(namespace);
    },
  }).visit(program);
  return found;
}
