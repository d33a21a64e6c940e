import { describe, expect, it } from "vitest";

import { networkOf } from "@/lib/core/network-addresses";
import { clientAddress } from "@/lib/http/edge/client-address";

const from = (connection: string | undefined, forwardedFor?: string, trustedProxies = 0) =>
  clientAddress({ connection, forwardedFor, trustedProxies });

describe("A1: the address that limits count by", () => {
  it("is the connection's own where no proxy is trusted, whatever the header says", () => {
    for (const header of [undefined, "10.9.8.7", "10.9.8.7, 10.9.8.8", "x".repeat(12_000)]) {
      expect(from("192.0.2.1", header)).toBe("192.0.2.1");
    }
  });

  it("is what the outermost trusted proxy wrote, and never what stands further left", () => {
    const header = "198.51.100.9, 203.0.113.5, 10.0.0.2";
    expect(from("10.0.0.1", header, 1)).toBe("10.0.0.2");
    expect(from("10.0.0.1", header, 2)).toBe("203.0.113.5");
    expect(from("10.0.0.1", "203.0.113.5", 1)).toBe("203.0.113.5");
  });

  it("is the farthest known where fewer wrote than are trusted", () => {
    expect(from("10.0.0.1", "203.0.113.5", 3)).toBe("203.0.113.5");
    expect(from("10.0.0.1", undefined, 2)).toBe("10.0.0.1");
  });

  it("falls back to the nearest that is an address", () => {
    expect(from("10.0.0.1", "unknown", 1)).toBe("10.0.0.1");
    expect(from("10.0.0.1", "_hidden, 203.0.113.5", 2)).toBe("203.0.113.5");
    expect(from("10.0.0.1", "1, 0x7f.1, 999.1.1.1", 3)).toBe("10.0.0.1");
    expect(from(undefined)).toBe("unknown");
  });

  it.for([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::1]:4711", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["::1", "::/64"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["192.0.2.1:4711", "192.0.2.1"],
    [" 192.0.2.1 ", "192.0.2.1"],
  ])("%s counts as %s", ([entry = "", network]) => expect(networkOf(entry)).toBe(network));

  it.for(["", "unknown", "192.0.2", "192.0.2.1, 192.0.2.2", "1.2.3.4\u0000", "0300.1.1.1", "::g"])(
    "%j is no address",
    (entry) => expect(networkOf(entry)).toBeNull(),
  );
});
