import type { z } from "zod";

import { readFault, type Fault, type FaultCode } from "./fault";

/** What is wrong with one part of a value; `path` is empty for the whole. */
export interface FoundFault extends Fault {
  readonly path: readonly string[];
}

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue["code"]> = Extract<Issue, { code: C }>;

/** Whoever sends more that is wrong hears of the first of it: each is worded, and a body may hold 100,000. */
const mostFaults = 100;

/** What a schema found, up to 100 faults: what it says itself, and what zod finds by the kind of it. */
export function readFaults({ issues }: z.ZodError): FoundFault[] {
  const found: FoundFault[] = [];
  for (const issue of issues) {
    found.push(...faultsIn(issue, issue.path.map(String)));
    if (found.length >= mostFaults) break;
  }
  return found.slice(0, mostFaults);
}

function faultsIn(issue: Issue, path: readonly string[]): FoundFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, mostFaults)
      .map((key) => ({ path: [...path, key], code: "unknown_field" }));
  }
  const said = readFault(issue.message);
  if (!said && issue.code === "invalid_union") {
    // The form that was meant is the one whose kind it has; the first, where several might be.
    const meant = issue.errors.find(([first]) => first && !isOtherKind(first));
    if (meant) return meant.flatMap((one) => faultsIn(one, [...path, ...one.path.map(String)]));
  }
  return [{ path, ...(said ?? faultOf(issue)) }];
}

const isOtherKind = ({ code, path }: Issue) => code === "invalid_type" && path.length === 0;

/** What zod finds without words of the schema's own. It needs `reportInput`, to tell what is missing. */
function faultOf(issue: Issue): Fault {
  if (issue.input === undefined && "input" in issue) return { code: "missing" };
  switch (issue.code) {
    case "invalid_type":
      return { code: kinds[issue.expected] ?? "wrong_kind" };
    case "invalid_value":
      if ("expected" in issue && issue.expected === "stringbool") return { code: "yes_or_no" };
      return { code: "one_of", values: { choices: issue.values.map(String) } };
    case "too_big":
      return tooBig(issue);
    case "too_small":
      return tooSmall(issue);
    case "not_multiple_of":
      return { code: "multiple_of", values: { of: issue.divisor } };
    case "invalid_format":
      return { code: formats[issue.format] ?? "malformed" };
    default:
      return { code: "not_right" };
  }
}

const kinds: Readonly<Record<string, FaultCode>> = {
  string: "text",
  number: "number",
  int: "whole_number",
  boolean: "yes_or_no",
  array: "list",
  object: "object",
  record: "object",
};
const formats: Readonly<Record<string, FaultCode>> = {
  uuid: "any_id",
  email: "email",
  datetime: "instant",
  date: "day",
};

function tooBig({ origin, maximum, inclusive = true }: IssueOf<"too_big">): Fault {
  const most = Number(maximum);
  if (origin === "string") return { code: "too_long", values: { most } };
  if (origin === "array" || origin === "set") return { code: "too_many", values: { most } };
  return inclusive
    ? { code: "use_at_most", values: { most } }
    : { code: "less_than", values: { than: most } };
}

function tooSmall({ origin, minimum, inclusive = true }: IssueOf<"too_small">): Fault {
  const least = Number(minimum);
  if (origin === "string") return { code: "too_short", values: { least } };
  if (origin === "array" || origin === "set") return { code: "too_few", values: { least } };
  return inclusive
    ? { code: "use_at_least", values: { least } }
    : { code: "more_than", values: { than: least } };
}
