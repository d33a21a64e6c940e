import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { walletsOf } from "@/lib/process/wallets";

export const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "pipe" });

/** Makes a certificate with its key in the folder, signed by another one there or by itself. */
function certify(folder: string, name: string, by?: string): void {
  const file = (ending: string, of = name) => join(folder, `${of}.${ending}`);
  const [subject, days] = [`/CN=${name}`, "30"];
  const fresh = ["-newkey", "rsa:2048", "-nodes", "-keyout", file("key"), "-subj", subject];
  if (!by) {
    openssl("req", "-x509", ...fresh, "-out", file("pem"), "-days", days);
    return;
  }
  openssl("req", ...fresh, "-out", file("csr"));
  const signer = ["-CA", file("pem", by), "-CAkey", file("key", by), "-CAcreateserial"];
  openssl("x509", "-req", "-in", file("csr"), ...signer, "-out", file("pem"), "-days", days);
}

function issue() {
  const folder = mkdtempSync(join(tmpdir(), "baybook-wallets-"));
  certify(folder, "wwdr");
  certify(folder, "pass", "wwdr");
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const account = {
    client_email: "wallet@baybook.iam.gserviceaccount.example",
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
  };
  const env = {
    GOOGLE_WALLET_ISSUER: "3388000000000000001",
    GOOGLE_WALLET_SERVICE_ACCOUNT: JSON.stringify(account),
    APPLE_WALLET_PASS_TYPE: "pass.test.baybook",
    APPLE_WALLET_TEAM: "A1B2C3D4E5",
    APPLE_WALLET_CERTIFICATE: join(folder, "pass.pem"),
    APPLE_WALLET_KEY: join(folder, "pass.key"),
    APPLE_WALLET_WWDR: join(folder, "wwdr.pem"),
  };
  return { folder, publicKey, env, wallets: walletsOf(env) };
}

let issued: ReturnType<typeof issue> | undefined;

/** The issuers of a test's passes, with keys of its own, made when they are first asked for. */
export const testIssuers = () => (issued ??= issue());
