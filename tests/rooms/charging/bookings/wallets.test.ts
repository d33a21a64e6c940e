import { createHash, createVerify } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { makeApplePass, makeGooglePass, readQr } from "@/lib/charging/bookings";
import type { Config } from "@/lib/core/config";
import { walletsOf } from "@/lib/process/wallets";

import { testDatabase } from "../../../support/database";
import { openssl, testIssuers } from "../../../support/wallets";
import { testConfig } from "../../../support/world";
import { refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);

const { folder, publicKey, env, wallets } = testIssuers();
const inFolder = (name: string) => join(folder, name);
const config: Config = { ...testConfig, wallets };

const owner = await s.owner();
const booking = await s.approved(owner, 24);
const qr = await readQr(s.as(owner), booking);

describe("a pass for Google Wallet", () => {
  it("is a signed address that holds the code, where and when, and nothing of the driver", async () => {
    const { saveUrl } = await makeGooglePass(s.as(owner, config), booking);
    const [, jwt = ""] = saveUrl.split("https://pay.google.com/gp/v/save/");
    const [head = "", body = "", signature = ""] = jwt.split(".");
    // Checked by another hand than the one that signed.
    const verify = createVerify("RSA-SHA256").update(`${head}.${body}`);
    expect(verify.verify(publicKey, Buffer.from(signature, "base64url"))).toBe(true);
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as {
      payload: { genericObjects: object[] };
    };
    expect(claims).toMatchObject({
      iss: "wallet@baybook.iam.gserviceaccount.example",
      aud: "google",
      typ: "savetowallet",
      origins: ["http://baybook.test"],
    });
    expect(claims.payload.genericObjects).toMatchObject([
      {
        id: `3388000000000000001.${booking.id}.${qr.code}`,
        classId: "3388000000000000001.baybook-booking",
        header: { defaultValue: { value: booking.stationName } },
        barcode: { type: "QR_CODE", value: qr.token, alternateText: qr.code },
        validTimeInterval: { end: { date: qr.expiresAt } },
      },
    ]);
    expect(JSON.stringify(claims)).not.toContain(owner.name);
    // What a link may hold (Google: 1,800 characters are safe).
    expect(jwt.length).toBeLessThan(2_400);
  });
});

/** The files of a ZIP archive, which names them at its end. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    ) as [number, number, number];
    const header = archive.readUInt32LE(at + 42);
    const from =
      header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(from, from + size);
    const content = method === 8 ? inflateRawSync(packed) : packed;
    files.set(archive.subarray(at + 46, at + 46 + name).toString(), content);
    at += 46 + name + extra + comment;
  }
  return files;
}

describe("a pass for Apple Wallet", () => {
  it("is an archive whose every file is in the manifest, which the issuer's certificate signed", async () => {
    const { content, contentType } = await makeApplePass(s.as(owner, config), booking);
    expect(contentType).toBe("application/vnd.apple.pkpass");
    const files = unzip(Buffer.from(content as Uint8Array));
    const { "manifest.json": manifest, signature, ...others } = Object.fromEntries(files);
    const sums = Object.entries(others).map(([name, file]) => [
      name,
      createHash("sha1").update(file).digest("hex"),
    ]);
    expect(JSON.parse(String(manifest))).toEqual(Object.fromEntries(sums));
    expect(Object.keys(others)).toEqual(
      expect.arrayContaining(["pass.json", "icon.png", "icon@2x.png", "logo.png"]),
    );
    expect(JSON.parse(String(others["pass.json"]))).toMatchObject({
      passTypeIdentifier: "pass.test.baybook",
      teamIdentifier: "A1B2C3D4E5",
      serialNumber: booking.id,
      barcodes: [{ format: "PKBarcodeFormatQR", message: qr.token, altText: qr.code }],
      generic: { primaryFields: [{ value: booking.stationName }] },
    });
    // Checked by OpenSSL, with the intermediate certificate alone to trust.
    writeFileSync(inFolder("manifest.json"), manifest ?? "");
    writeFileSync(inFolder("signature"), signature ?? "");
    const signed = ["-in", inFolder("signature"), "-content", inFolder("manifest.json")];
    const trust = ["-CAfile", inFolder("wwdr.pem"), "-purpose", "any"];
    const smime = ["smime", "-verify", "-inform", "DER", "-binary", ...signed, ...trust];
    expect(openssl(...smime).equals(readFileSync(inFolder("manifest.json")))).toBe(true);
    writeFileSync(inFolder("manifest.json"), `${manifest} `);
    expect(() => openssl(...smime)).toThrow();
  });
});

describe("either of them", () => {
  const both = [makeGooglePass, makeApplePass];

  it("is not there where its issuer is not set", async () => {
    for (const make of both) {
      expect(await refusal(make(s.as(owner), booking))).toBe("wallet.not_offered");
    }
  });

  it("is for whoever may see the code: nobody else's, and none before the approval", async () => {
    const pending = await s.book(owner, 30);
    const stranger = await s.owner();
    for (const make of both) {
      expect(await refusal(make(s.as(owner, config), pending))).toBe("qr.not_available");
      expect(await refusal(make(s.as(stranger, config), booking))).toBe("booking.not_found");
    }
  });

  it("names the variable that cannot be read", () => {
    const wrong = { ...env, APPLE_WALLET_KEY: inFolder("nothing.key") };
    expect(() => walletsOf(wrong)).toThrow(/^APPLE_WALLET_KEY/);
    expect(() => walletsOf({ ...env, GOOGLE_WALLET_SERVICE_ACCOUNT: "{}" })).toThrow(
      /^GOOGLE_WALLET_SERVICE_ACCOUNT/,
    );
    expect(walletsOf({ APPLE_WALLET_TEAM: "A1B2C3D4E5" })).toEqual({});
  });
});
