import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { type Node, type Program, Visitor } from "oxc-parser";

import type { Messages } from "@/components/i18n/together";

import { keysOf } from "./catalogue-checks";
import { modulesOf } from "./modules";
import type { Project } from "./project";

/** What a sentence is filled with, by name: what kind of value it takes, and of a choice the values it knows. */
export type Arguments = ReadonlyMap<string, { readonly type: TYPE; readonly options: string[] }>;

/** The values that a message takes, within its choices too. */
export function argumentsOf(message: string): Arguments {
  const found = new Map<string, { type: TYPE; options: string[] }>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) walk(element.children);
      else if (element.type === TYPE.select || element.type === TYPE.plural) {
        const options = element.type === TYPE.select ? Object.keys(element.options) : [];
        found.set(element.value, { type: element.type, options });
        for (const { value } of Object.values(element.options)) walk(value);
      } else if (element.type !== TYPE.argument || !found.has(element.value)) {
        found.set(element.value, { type: element.type, options: [] });
      }
    }
  };
  walk(parse(message));
  return found;
}

/** What a catalogue says under a path, by what follows it: `booking.in_past` of `rules.refusals`. */
export function saidUnder(path: string, messages: Messages): Map<string, string> {
  const keys = keysOf(messages).filter((key) => key.startsWith(`${path}.`));
  return new Map(keys.map((key) => [key.slice(path.length + 1), at(messages, key)]));
}

const at = (messages: Messages, key: string): string =>
  key.split(".").reduce<unknown>((found, part) => (found as Messages)[part], messages) as string;

/** A sentence asks for no value that its code does not bring: of refusals, by the types in the rooms' words. */
export function refusalValues(project: Project, english: Messages): string[] {
  const said = saidUnder("rules.refusals", english);
  return [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!/^lib\/(words\/ground|[^/]+\/[^/]+\/words)\.ts$/.test(path)) return [];
    const found: string[] = [];
    new Visitor({
      Property: ({ key, value }) => {
        const code = key.type === "Literal" ? String(key.value) : "";
        const sentence = said.get(code);
        if (sentence === undefined || value.type !== "CallExpression") return;
        const brought = value.typeArguments?.params.flatMap((type) => membersOf(type, program));
        found.push(...lacking(code, sentence, brought ?? []));
      },
    }).visit(program);
    return found.map((fault) => `${path}: ${fault}`);
  });
}

/**
 * The same of faults, by what is written where each is said: the object after its code, or `values` beside `code`.
 * A fault that nobody says has no sentence.
 */
export function faultValues(project: Project, english: Messages): string[] {
  const said = saidUnder("rules.faults", english);
  const used = new Set<string>();
  const faults = [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!/^(lib|app)\//.test(path)) return [];
    const found: string[] = [];
    const judge = (code: Node | undefined, values: Node | undefined) => {
      if (code?.type !== "Literal" || typeof code.value !== "string") return;
      const sentence = said.get(code.value);
      if (sentence === undefined) return;
      used.add(code.value);
      const names = values === undefined ? [] : namesIn(values);
      if (names) found.push(...lacking(code.value, sentence, names));
    };
    new Visitor({
      CallExpression: ({ callee, arguments: given }) => {
        const name = callee.type === "Identifier" ? callee.name : "";
        const index = { fault: 0, idOf: 0, say: 1 }[name];
        if (index !== undefined) judge(given[index], given[index + 1]);
      },
      ObjectExpression: (object) => judge(propertyOf(object, "code"), propertyOf(object, "values")),
      Literal: ({ value }) => {
        if (typeof value === "string") used.add(value);
      },
    }).visit(program);
    return found.map((fault) => `${path}: ${fault}`);
  });
  const unused = [...said.keys()].filter((code) => !used.has(code));
  return [...faults, ...unused.map((code) => `rules.faults.${code}: nobody finds this`)];
}

function lacking(code: string, sentence: string, brought: readonly string[]): string[] {
  return [...argumentsOf(sentence).keys()]
    .filter((name) => !brought.includes(name))
    .map((name) => `${code}: its sentence asks for {${name}}, which is not given`);
}

/** The names of a type's members: written out, of an interface of the same file, or of several such together. */
function membersOf(type: Node, program: Program): string[] {
  if (type.type === "TSTypeLiteral") return type.members.flatMap(memberName);
  if (type.type === "TSIntersectionType") {
    return type.types.flatMap((one) => membersOf(one, program));
  }
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return [];
  const { name } = type.typeName;
  return program.body.flatMap((statement) =>
    statement.type === "TSInterfaceDeclaration" && statement.id.name === name
      ? statement.body.body.flatMap(memberName)
      : [],
  );
}

const memberName = (member: Node): string[] =>
  member.type === "TSPropertySignature" && member.key.type === "Identifier"
    ? [member.key.name]
    : [];

/** The names that an object is written with; null where it is made elsewhere, or a part of it is. */
function namesIn(values: Node): string[] | null {
  if (values.type !== "ObjectExpression") return null;
  const names = values.properties.map((one) =>
    one.type === "Property" && one.key.type === "Identifier" ? one.key.name : null,
  );
  return names.includes(null) ? null : names.filter((name) => name !== null);
}

function propertyOf(object: Node, name: string): Node | undefined {
  if (object.type !== "ObjectExpression") return undefined;
  const found = object.properties.find(
    (one) => one.type === "Property" && one.key.type === "Identifier" && one.key.name === name,
  );
  return found?.type === "Property" ? found.value : undefined;
}
