import { type Node, Visitor } from "oxc-parser";

import { modulesOf } from "./modules";
import type { Check } from "./project";

const isOurs = (path: string) => /^(app|components)\//.test(path);

/**
 * What is done to a row is a word (screens.md, S9): an icon alone says nothing of what it does, and of two side by side
 * nobody knows which is which. The deed that is wanted most stands as a word, others in the row's menu, in words too.
 */
export const bareIcons: Check = (project) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!isOurs(path)) return [];
    const found: string[] = [];
    const look = ({ children }: { children: readonly Node[] }) => {
      const shown = children.flatMap(elementsOf);
      if (shown.some((one, at) => isBare(one) && isBare(shown[at + 1]))) {
        found.push(`${path}: two icons without a word side by side`);
      }
    };
    new Visitor({
      JSXElement: (element) => {
        look(element);
        if (nameOf(element) === "ActionButton" && isBare(element)) {
          found.push(`${path}: a deed without a word`);
        }
      },
      JSXFragment: look,
    }).visit(program);
    return found;
  });

type Element = Extract<Node, { type: "JSXElement" }>;

/** The elements that a child shows, by any of its choices. */
function elementsOf(node: Node): Element[] {
  switch (node.type) {
    case "JSXElement":
      return [node];
    case "JSXFragment":
      return node.children.flatMap(elementsOf);
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
      return elementsOf(node.expression);
    case "ConditionalExpression":
      return [...elementsOf(node.consequent), ...elementsOf(node.alternate)];
    case "LogicalExpression":
      return elementsOf(node.right);
    default:
      return [];
  }
}

const nameOf = ({ openingElement: { name } }: Element) =>
  name.type === "JSXIdentifier" ? name.name : "";

/** Square, as for an icon alone. */
const isBare = (element: Element | undefined) =>
  element?.openingElement.attributes.some(
    (one) =>
      one.type === "JSXAttribute" &&
      one.name.name === "size" &&
      one.value?.type === "Literal" &&
      String(one.value.value).startsWith("icon"),
  ) ?? false;
