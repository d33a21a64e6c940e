import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** A browser as a push service sees it: its keys, and what it makes of what comes (RFC 8291, aes128gcm of RFC 8188). */
export function makeBrowser() {
  const pair = createECDH("prime256v1");
  const publicKey = pair.generateKeys();
  const secret = randomBytes(16);
  const derive = (key: Buffer, salt: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync("sha256", key, salt, info, length));
  return {
    keys: { p256dh: publicKey.toString("base64url"), auth: secret.toString("base64url") },
    /** The text of one encrypted record; throws for what was not made for this browser. */
    read(body: Buffer): string {
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const sender = body.subarray(21, 21 + keyLength);
      const sealed = body.subarray(21 + keyLength);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
      const shared = derive(pair.computeSecret(sender), secret, info, 32);
      const key = derive(shared, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
      const nonce = derive(shared, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
      const opened = createDecipheriv("aes-128-gcm", key, nonce);
      opened.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
      // The last record ends with 2 and zeros.
      return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
    },
  };
}

/** A pair of keys of an installation, as `web-push generate-vapid-keys` makes one. */
export function vapidPair() {
  const pair = createECDH("prime256v1");
  return {
    VAPID_PUBLIC_KEY: pair.generateKeys("base64url"),
    VAPID_PRIVATE_KEY: pair.getPrivateKey().toString("base64url"),
  };
}
