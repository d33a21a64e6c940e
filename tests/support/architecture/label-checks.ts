import { type Node, Visitor } from "oxc-parser";

import { modulesOf } from "./modules";
import type { Check, Project } from "./project";

/** What HTML has for people to read or hear. */
const SPOKEN = [
  "label",
  "title",
  "placeholder",
  "alt",
  ...["label", "description", "roledescription", "valuetext", "placeholder"].map(
    (name) => `aria-${name}`,
  ),
];

const isOurs = (path: string) => /^(app|components)\//.test(path) && !path.startsWith("app/api/");

/**
 * A word between tags, or in a label, is a catalogue's, however short it is: what stands between tags as text or as a
 * value, and what is given as an attribute that people read, as a property, a constant or a default of that name. Which props of
 * our own components are read shows by itself: those that a translation is given to anywhere (`lead={t("…")}`).
 */
export const labels: Check = (project) => {
  const spoken = spokenProps(project);
  return [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!isOurs(path)) return [];
    const found: string[] = [];
    const say = (node: Node | null) => {
      for (const text of textsOf(node)) if (/\p{L}/u.test(text)) found.push(text.trim());
    };
    const sayChildren = ({ children }: { children: readonly Node[] }) => children.forEach(say);
    new Visitor({
      JSXElement: sayChildren,
      JSXFragment: sayChildren,
      JSXAttribute: ({ name, value }) => {
        if (name.type === "JSXIdentifier" && spoken.has(name.name)) say(value);
      },
      Property: ({ key, value }) => {
        const name = key.type === "Literal" ? key.value : key.type === "Identifier" && key.name;
        if (typeof name === "string" && spoken.has(name)) say(value);
      },
      VariableDeclarator: ({ id, init }) => {
        if (id.type === "Identifier" && SPOKEN.includes(id.name)) say(init);
      },
      AssignmentPattern: ({ left, right }) => {
        if (left.type === "Identifier" && spoken.has(left.name)) say(right);
      },
    }).visit(program);
    return found.map((text) => `${path}: "${text}" belongs in a catalogue`);
  });
};

/** A form field's `name` is none of them, though some component calls a word so. */
function spokenProps(project: Project): ReadonlySet<string> {
  const found = new Set(SPOKEN);
  for (const { path, program } of modulesOf(project).values()) {
    if (!isOurs(path)) continue;
    new Visitor({
      JSXAttribute: ({ name, value }) => {
        if (name.type !== "JSXIdentifier" || value?.type !== "JSXExpressionContainer") return;
        const { expression } = value;
        const isTranslation =
          expression.type === "CallExpression" &&
          expression.callee.type === "Identifier" &&
          expression.callee.name === "t";
        if (isTranslation && name.name !== "name") found.add(name.name);
      },
    }).visit(program);
  }
  return found;
}

/** The texts that a value may be, by any of its choices. */
function textsOf(node: Node | null): string[] {
  switch (node?.type) {
    case "JSXText":
      return [node.value];
    case "Literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "TemplateLiteral":
      return node.quasis.map(({ value }) => value.cooked ?? "");
    case "JSXExpressionContainer":
    case "TSAsExpression":
    case "ParenthesizedExpression":
      return textsOf(node.expression);
    case "ConditionalExpression":
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case "LogicalExpression":
      return [...(node.operator === "&&" ? [] : textsOf(node.left)), ...textsOf(node.right)];
    default:
      return [];
  }
}
