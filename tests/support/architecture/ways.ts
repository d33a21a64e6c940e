import { type Node, Visitor } from "oxc-parser";

import { bodyOf, childrenOf, isCode } from "./nodes";

/** What a call does, as far as it can be told: by the function's name where it stands, and what it is given. */
export interface Calls {
  /** Whether it asks for a permission. */
  readonly asks: (name: string, given: readonly Node[]) => boolean;
  /** Whether it writes something. */
  readonly writes: (name: string) => boolean;
}

/**
 * Whether every way through the code meets a call that asks, before one that writes. Callbacks that are handed on
 * count as called, with the context that their caller was given.
 */
export function asksIn(node: Node | null | undefined, calls: Calls): boolean {
  if (!node) return false;
  const within = (one: Node | null | undefined) => asksIn(one, calls);
  switch (node.type) {
    case "BlockStatement":
      return asksInOrder(node.body, calls);
    case "IfStatement":
    case "ConditionalExpression":
      return within(node.test) || (within(node.consequent) && within(node.alternate));
    case "LogicalExpression":
      return within(node.left);
    case "SwitchStatement":
      return within(node.discriminant);
    case "ForStatement":
      return within(node.init) || within(node.test);
    case "ForOfStatement":
    case "ForInStatement":
      return within(node.right);
    case "WhileStatement":
      return within(node.test);
    case "TryStatement": {
      const caught = node.handler?.body;
      const refuses = !caught || alwaysThrows(caught) || within(caught);
      if (node.finalizer && mayReturn(node.finalizer)) return false;
      return within(node.finalizer) || (within(node.block) && refuses);
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return false;
    case "UnaryExpression":
      // A promise that nobody waits for refuses nobody.
      return node.operator !== "void" && within(node.argument);
    case "CallExpression":
      return !swallows(node) && asksByCall(node, calls);
    default:
      return childrenOf(node).some(within);
  }
}

function asksByCall(node: Extract<Node, { type: "CallExpression" }>, calls: Calls): boolean {
  const { callee, arguments: given } = node;
  if (callee.type === "Identifier" && calls.asks(callee.name, given)) {
    return !given.some((one) => !isCode(one) && writesIn(one, calls));
  }
  return [callee, ...given].some((one) => {
    if (!isCode(one)) return asksIn(one, calls);
    return (!takesContext(one) || isContext(given[0])) && asksIn(bodyOf(one), calls);
  });
}

/** `….catch(…)`, `….then(…, …)` and `Promise.allSettled(…)` go on after a refusal. */
function swallows({
  callee,
  arguments: given,
}: Extract<Node, { type: "CallExpression" }>): boolean {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  const { name } = callee.property;
  return name === "catch" || name === "allSettled" || (name === "then" && given.length > 1);
}

/** A statement that may return or write before anything asked leaves a way around it. */
function asksInOrder(statements: readonly Node[], calls: Calls): boolean {
  for (const statement of statements) {
    if (asksIn(statement, calls)) return true;
    if (mayReturn(statement) || writesIn(statement, calls)) return false;
  }
  return false;
}

function mayReturn(node: Node): boolean {
  if (node.type === "ReturnStatement") return true;
  return !isCode(node) && childrenOf(node).some(mayReturn);
}

/** What was caught is thrown on, whatever it is: its last statement throws, and none before it leads away. */
function alwaysThrows({ body }: Extract<Node, { type: "BlockStatement" }>): boolean {
  return body.at(-1)?.type === "ThrowStatement" && !body.some(mayReturn);
}

/** Whether code calls what writes, itself or in functions that stand in it. */
export function writesIn(node: Node, { writes }: Pick<Calls, "writes">): boolean {
  let found = false;
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type === "Identifier" && writes(callee.name)) found = true;
    },
  }).visit({ type: "Program", body: [node] } as never);
  return found;
}

/** The context that a function was given, by the name that every one gives it: no other, and none made on the way. */
export const isContext = (node: Node | undefined) =>
  node?.type === "Identifier" && node.name === "ctx";

function takesContext(node: Node): boolean {
  return "params" in node && isContext((node.params as Node[])[0]);
}

/** Whether code gives the name of its context to another one; what `asHolder` answers is the same, only narrower. */
export function makesContext(code: Node): boolean {
  let found = false;
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const isHolder =
        init?.type === "CallExpression" &&
        init.callee.type === "Identifier" &&
        init.callee.name === "asHolder";
      if (isContext(id) && !isHolder) found = true;
    },
    AssignmentExpression: ({ left }) => {
      if (isContext(left)) found = true;
    },
  }).visit({ type: "Program", body: [code] } as never);
  return found;
}
