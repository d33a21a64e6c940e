import { type Node, Visitor } from "oxc-parser";
import { z } from "zod";

import { modulesOf } from "./modules";
import type { Check } from "./project";

/** Where code may say a sentence in English, and why. */
const ENGLISH: Readonly<Record<string, string>> = {
  "lib/http/openapi.ts": "the API's own document, for developers",
  "lib/http/openapi-pages.ts": "a part of it",
  "lib/http/openapi-webhooks.ts": "a part of it",
  "lib/process/start-check.ts": "whoever starts a process reads it in the terminal",
  "lib/process/metrics.ts": "what the metrics are, for whoever collects them",
  "lib/process/forget-requests.ts": "why a column keeps an erased person's id, for the checks",
};
/** Rooms' reasons why a column keeps an id are for the checks; what an endpoint does is for the API's document. */
const isExempt = (path: string) => path in ENGLISH || /\/forget-person\.ts$|^app\/api\//.test(path);

/** Begins with a capital letter, has a space, and ends as a sentence does. */
const SENTENCE = /^\p{Lu}\S*\s[\s\S]*[.!?…]$/u;

/**
 * What lib/ says to people it says by code and values, and pages by a key; sentences stand in the catalogues
 * (architecture.md, Words for people). What an error of ours tells the log, and why a row of a machine is silent, is
 * no word for people.
 */
export const sentences: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!/^(lib|app|components)\//.test(path) || isExempt(path)) return [];
    const found: string[] = [];
    let apart = 0;
    const isApart = (node: Node) =>
      (node.type === "NewExpression" &&
        node.callee.type === "Identifier" &&
        /^(Type|Range)?Error$/.test(node.callee.name)) ||
      (node.type === "CallExpression" && node.callee.type === "Super") ||
      (node.type === "Property" && node.key.type === "Identifier" && node.key.name === "silent");
    const enter = (node: Node) => {
      if (isApart(node)) apart += 1;
    };
    const leave = (node: Node) => {
      if (isApart(node)) apart -= 1;
    };
    const say = (text: string) => {
      if (apart === 0 && SENTENCE.test(text)) found.push(text);
    };
    new Visitor({
      NewExpression: enter,
      "NewExpression:exit": leave,
      CallExpression: enter,
      "CallExpression:exit": leave,
      Property: enter,
      "Property:exit": leave,
      JSXText: ({ value }) => say(value.trim()),
      Literal: ({ value }) => {
        if (typeof value === "string") say(value);
      },
      TemplateLiteral: ({ quasis }) => say(quasis.map(({ value }) => value.cooked).join("x")),
    }).visit(program);
    return found.map((text) => `${path}: "${text}" belongs in a catalogue`);
  });

/** What zod's own functions and its schemas' are called, but for those that take a text that is no error. */
const NO_ERROR =
  /parse|^(default|prefault|catch|describe|literal|startsWith|endsWith|includes|meta)$/i;
const ASKS: ReadonlySet<string> = new Set(
  [z, z.iso, z.coerce, z.string(), z.number(), z.date(), z.array(z.string()), z.object({})]
    .flatMap((one) => Object.keys(one))
    .filter((name) => !NO_ERROR.test(name)),
);
const isWords = (node: Node | undefined) =>
  node?.type === "TemplateLiteral" ||
  (node?.type === "Literal" && typeof node.value === "string" && /\s|\.$/.test(node.value));

/**
 * A schema names what is wrong by `fault(code, values)`: a text in its place would reach people as it is, or not at
 * all. Sees the last argument of what zod is asked with, and what is called `error` or `message` among its options.
 */
export const schemaWords: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program, imports }) => {
    const isOurs = /^(lib|app|components)\//.test(path);
    const isZod = imports.some(({ packageName, typeOnly }) => packageName === "zod" && !typeOnly);
    // The document of the API describes errors, and finds none.
    if (!isOurs || !isZod || path in ENGLISH) return [];
    const found: Node[] = [];
    new Visitor({
      CallExpression: ({ callee, arguments: given }) => {
        if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
        const last = given.at(-1);
        if (last && isWords(last) && ASKS.has(callee.property.name)) found.push(last);
      },
      Property: ({ key, value }) => {
        const isError = key.type === "Identifier" && /^(error|message)$/.test(key.name);
        if (isError && isWords(value)) found.push(value);
      },
    }).visit(program);
    return found.map(({ start }) => `${path}: words at ${start}: say fault(code, values)`);
  });
