import type { z } from "zod";

import type { Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import type { AppError } from "@/lib/core/errors";
import type { Contract } from "@/lib/core/contract";
import type { Page, PageQuery } from "@/lib/core/pages";
import type { Permission } from "@/lib/core/permissions";
import type { LimitName } from "@/lib/words";

import type { Projection } from "./contracts/projection";

/**
 * How an endpoint treats the Idempotency-Key header; `steps`, which requires it too, is for a use case that waits for
 * the outside (`lib/core/steps.ts`).
 */
export type IdempotencyMode = "required" | "accepted" | "no" | "steps";

/** An answer that is not JSON: a picture, a page, a file. */
export interface Content {
  readonly content: Uint8Array | string;
  readonly contentType: string;
  readonly filename?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file that was sent, by form or as the body itself. */
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

/** A request that the OpenAPI document shows and a test runs. */
export interface Example {
  readonly name: string;
  /** Whose call it is, where several roles may and do it differently. */
  readonly as?: Role;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface EndpointInput<P, Q, B, L> {
  readonly params: Parsed<P>;
  readonly query: L extends true
    ? (Q extends z.ZodType ? z.output<Q> : unknown) & PageQuery
    : Parsed<Q>;
  readonly body: Parsed<B>;
  readonly request: Request;
  /** The contract that the request speaks: for tokens, which carry it, and for nothing that is a rule. */
  readonly contract: Contract;
}

/** A projection whose view takes what this endpoint answers. */
export type ProjectionOf<R> = Omit<Projection, "view" | "run"> &
  (
    | {
        readonly run?: undefined;
        readonly view?: (data: R extends z.ZodType ? z.output<R> : never) => unknown;
      }
    // Another question has another answer.
    | Required<Pick<Projection, "run" | "view">>
  );

/** What one endpoint is: from this alone come validation, authentication, errors, OpenAPI and the tests' walk. */
export interface Declaration<
  P extends z.ZodObject | undefined = z.ZodObject | undefined,
  Q extends z.ZodObject | undefined = z.ZodObject | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType | undefined = z.ZodType | undefined,
  L extends boolean | undefined = boolean | undefined,
  K = unknown,
> {
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly permission: Permission;
  /** In the words of the product's first contract, by its names under /api. */
  readonly core?: ProjectionOf<R>;
  /** In EV-CMS's words, on the same path. */
  readonly evcms?: ProjectionOf<R>;
  /** In snake_case, by its names under /api. */
  readonly snake?: ProjectionOf<R>;
  /** Fields of a body that Baybook alone has here, by which it is known. */
  readonly marks?: readonly string[];
  readonly idempotent?: IdempotencyMode;
  /**
   * Whether its work begins before it is known that the key is new: for what is asked most. Where the key is not, its
   * transaction is undone, so it may do nothing that outlives that.
   */
  readonly early?: true;
  /** In steps: the answer as the first step's subject tells it; null while the outside has not answered. */
  readonly outcome?: (
    ctx: Context,
    subjectId: string,
  ) => Promise<(R extends z.ZodType ? z.input<R> : never) | null>;
  readonly limit?: LimitName;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Names that a body's fields may have instead. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The schema of `data`; of one item where `paged`. */
  readonly returns?: R;
  readonly paged?: L;
  /**
   * Where `paged`, what stands beside the pagination as well, because a client of EV-CMS reads it: how many items `data`
   * has (`count`), or a number that the page brings.
   */
  readonly beside?: "count" | "unreadCount";
  readonly status?: 200 | 201 | 202 | 204;
  readonly location?: (data: R extends z.ZodType ? z.input<R> : never) => string;
  /** Media types besides or instead of JSON. */
  readonly produces?: readonly string[];
  readonly upload?: {
    readonly maxBytes: number;
    readonly types: readonly string[];
    /** Whether the use case sees what it is by what is in it, so that any type that is told will do. */
    readonly byContent?: boolean;
    readonly raw?: boolean;
  };
  readonly cache?: "public";
  readonly examples?: readonly Example[];
  /**
   * What takes long and may be done twice without harm, such as reading a picture: done before the transaction of an
   * Idempotency-Key begins, and not where the key has its answer already.
   */
  readonly prepare?: (ctx: Context, input: EndpointInput<P, Q, B, L>) => Promise<K>;
  readonly run: (
    ctx: Context,
    input: EndpointInput<P, Q, B, L> & { readonly prepared: K },
  ) => Promise<Returned<R, L>> | Returned<R, L>;
  /**
   * What a refusal of `run` leaves behind, in transactions of its own: the request's was rolled back. `key` is its
   * Idempotency-Key. Where it fails itself, that is answered, so that the caller tries again.
   */
  readonly refused?: (
    ctx: Context,
    input: EndpointInput<P, Q, B, L> & { readonly key: string | undefined },
    refusal: AppError,
  ) => Promise<void>;
}

type Returned<R, L> = R extends z.ZodType
  ? L extends true
    ? Page<z.input<R>>
    : z.input<R> | Content
  : Content | void;

/** A declaration whose particular types no longer matter, as the registry keeps it. */
export interface AnyDeclaration extends Omit<
  Declaration,
  "core" | "evcms" | "snake" | "location" | "prepare" | "run" | "refused"
> {
  readonly core?: Projection;
  readonly evcms?: Projection;
  readonly snake?: Projection;
  readonly location?: (data: never) => string;
  readonly prepare?: (ctx: Context, input: never) => Promise<unknown>;
  readonly run: (ctx: Context, input: never) => unknown;
  readonly refused?: (ctx: Context, input: never, refusal: AppError) => Promise<void>;
}

/** Whether an answer is a file rather than data. */
export function isContent(value: unknown): value is Content {
  return (
    typeof value === "object" && value !== null && "content" in value && "contentType" in value
  );
}
