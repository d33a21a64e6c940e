declare module "bidi-js" {
  /** UAX #9. */
  interface Bidi {
    getEmbeddingLevels(
      text: string,
      direction?: "ltr" | "rtl" | "auto",
    ): {
      readonly levels: Uint8Array;
      /** Ends are inclusive. */
      readonly paragraphs: readonly {
        readonly start: number;
        readonly end: number;
        readonly level: number;
      }[];
    };
  }
  export default function bidiFactory(): Bidi;
}

declare module "linebreak" {
  /** UAX #14. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
