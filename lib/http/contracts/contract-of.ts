import type { Contract } from "@/lib/core/contract";
import { fail, failInput } from "@/lib/core/errors";

import { projectionOf, type Fields, type Spoken } from "./projection";

/** As its answers name a contract. */
export const contractNames = {
  baybook: "baybook",
  core: "core",
  "ev-cms": "ev-cms-2.1",
  snake: "snake",
} as const satisfies Record<Contract, string>;

/** By what a request may say which contract it speaks. */
export interface Saying {
  /** The contracts of the name that was called, the usual one first. */
  readonly offered: readonly [Contract, ...Contract[]];
  readonly headers: Headers;
  readonly body: Fields | undefined;
  /** The contract by which its access token was given; none for a browser's session and nobody known. */
  readonly claim: Contract | undefined;
}

/**
 * Which contract a request speaks from end to end: by the header `Baybook-Contract`, else by a field that one
 * contract alone has, else by its token, else the usual one of the name (operations.md §3). Throws 400 for a header
 * that names none of those offered, and 422 where the body has fields of two.
 */
export function contractOf(spoken: Spoken, saying: Saying): Contract {
  const { offered, headers, body, claim } = saying;
  const named = headers.get("baybook-contract")?.trim().toLowerCase();
  if (named !== undefined) {
    const found = offered.find((one) => named === one || named === contractNames[one]);
    if (found) return found;
    throw fail("request.contract", { offered: offered.map((one) => contractNames[one]) });
  }
  return markedBy(spoken, offered, body) ?? offered.find((one) => one === claim) ?? offered[0];
}

/** The contract that a request speaks as far as one can tell without its body. */
export function likelyContract({ offered, headers, claim }: Omit<Saying, "body">): Contract {
  const named = headers.get("baybook-contract")?.trim().toLowerCase();
  const said = offered.find((one) => named === one || named === contractNames[one]);
  return said ?? offered.find((one) => one === claim) ?? offered[0];
}

/** Whether the body has the field, which may lie in another: `location.coordinates`. */
function holds(body: Fields, path: string): boolean {
  const [first = "", ...rest] = path.split(".");
  if (!Object.hasOwn(body, first)) return false;
  const inner = body[first];
  if (rest.length === 0) return true;
  return typeof inner === "object" && inner !== null && holds(inner as Fields, rest.join("."));
}

function markedBy(
  spoken: Spoken,
  offered: readonly Contract[],
  body: Fields | undefined,
): Contract | undefined {
  if (!body) return undefined;
  const marks = offered.flatMap((contract) => {
    const own =
      contract === "baybook" ? (spoken.marks ?? []) : projectionOf(spoken, contract)?.marks;
    const field = own?.find((name) => holds(body, name));
    return field === undefined ? [] : [{ contract, field }];
  });
  if (marks.length > 1) {
    const names = marks.map(({ field }) => field);
    throw failInput(
      names.map((field) => ({
        field,
        code: "two_contracts",
        values: { other: names.find((name) => name !== field) ?? field },
      })),
    );
  }
  return marks[0]?.contract;
}
