/** What became of each row, as the API tells it (POST stations/import). */
export interface ImportReport {
  readonly dryRun: boolean;
  readonly counts: Readonly<Record<"created" | "updated" | "unchanged" | "refused", number>>;
  readonly rows: readonly {
    readonly row: number;
    readonly key: string | null;
    readonly outcome: "created" | "updated" | "unchanged" | "refused";
    readonly why?: string;
  }[];
}
