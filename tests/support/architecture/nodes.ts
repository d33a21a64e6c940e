import type { Node } from "oxc-parser";

export const isCode = (node: Node) =>
  node.type === "ArrowFunctionExpression" ||
  node.type === "FunctionExpression" ||
  node.type === "FunctionDeclaration";

/** The body of a function. */
export const bodyOf = (node: Node): Node | null =>
  "body" in node ? (node.body as Node | null) : null;

/** What a node is made of. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter(
      (one): one is Node => typeof one === "object" && one !== null && "type" in one,
    ),
  );
}

/** The name of what an export or import statement says, written as a name or as text. */
export const nameOf = (node: { type: string; name?: string; value?: unknown }) =>
  node.name ?? String(node.value);
