import type { ImportReport } from "@/lib/sites/stations/schema";
type Answer =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly message: string | null };

/** Sends the file to the API and says how far it has come, 0 to 1; only this kind of request tells. */
export function sendImport(
  file: File,
  options: {
    readonly businessId: string;
    readonly dryRun: boolean;
    readonly viewer: string | undefined;
  },
  onProgress: (part: number) => void,
): Promise<Answer> {
  const query = new URLSearchParams({ dryRun: String(options.dryRun) });
  if (options.businessId) query.set("businessId", options.businessId);
  const form = new FormData();
  form.set("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/stations/import?${query}`);
    if (options.viewer) request.setRequestHeader("Baybook-Viewer", options.viewer);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
    request.upload.addEventListener("load", () => onProgress(1));
    request.addEventListener("load", () => {
      const answer = request.response as { data?: ImportReport; message?: string } | null;
      if (request.status === 200 && answer?.data) resolve({ ok: true, report: answer.data });
      else resolve({ ok: false, message: answer?.message ?? null });
    });
    request.addEventListener("error", () => resolve({ ok: false, message: null }));
    request.send(form);
  });
}
