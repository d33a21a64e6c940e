import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";

import { loginSessions, users } from "@/db/schema/accounts";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { createAdmin } from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";
import { requestContext } from "@/lib/process/context";

import * as inputs from "../../authorization/inputs";
import { hours } from "../../../support/test-clock";
import { withPicture } from "../../authorization/rows/profile";
import { api, colleague } from "../../authorization/scene";
import { job, on, send, statusOf, owner, type Made, person, type Steps } from "../step";

export const steps: Steps = {
  "an owner registers": {
    change: (scene) =>
      send(scene, undefined, "POST", "owners", {
        ...person(),
        nic: String(300_000_000_000 + Math.floor(Math.random() * 99_999_999_999)),
        password: "correct horse 42 battery",
      }),
    events: ["owner.registered"],
    audits: ["User Create → Active"],
  },
  "a driver registers by email": {
    change: (scene) => {
      const { name, email, phone } = person();
      const password = "correct horse 42 battery";
      return send(scene, undefined, "POST", "auth/register", { name, email, phone, password });
    },
    events: ["owner.registered"],
    audits: ["User Create → Active"],
  },
  "an owner changes the own profile": {
    change: (scene) => send(scene, "EvOwner", "PUT", "profile", { name: "A third name" }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "an owner gives themselves a picture": {
    change: (scene) => send(scene, "EvOwner", "PUT", "profile/picture", inputs.form(inputs.png)),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "an owner takes their picture away": {
    before: (scene) => withPicture(scene),
    change: (scene) => send(scene, "EvOwner", "DELETE", "profile/picture"),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "an owner closes the account": {
    change: owner("deactivate")("EvOwner"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "an owner is taken back": {
    before: async (scene) => owner("deactivate")("SystemAdmin")(scene) as Promise<Made>,
    change: owner("reactivate")("Backoffice"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Deactivated → Active"],
  },
  "an operator is closed": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("operators", "deactivate").by("Backoffice"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "a user is blocked": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("users", "block").by("SystemAdmin"),
    events: ["user.blocked"],
    audits: ["User Block Active → Blocked"],
  },
  "a blocked user is let in": {
    before: async (scene) => {
      const made = { id: (await colleague(scene)).userId };
      await statusOf("users", "block").by("SystemAdmin")(scene, made);
      return made;
    },
    change: statusOf("users", "reactivate").by("SystemAdmin"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Blocked → Active"],
  },
  "an operator is hired": {
    change: (scene) =>
      send(scene, "Backoffice", "POST", "operators", {
        ...person(),
        stationIds: [scene.stationId],
      }),
    events: ["user.created", "user.invited"],
    audits: ["User AssignStations", "User Create → Active"],
  },
  "an owner chooses a language": {
    change: (scene) => send(scene, "EvOwner", "PUT", "profile/preferences", { language: "en-XA" }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "an owner chooses clock, distances and colours": {
    change: (scene) =>
      send(scene, "EvOwner", "PUT", "profile/preferences", {
        theme: "dark",
        hourCycle: 12,
        distanceUnit: "mi",
      }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "an owner's name changes": {
    change: (scene) =>
      send(scene, "EvOwner", "PUT", `owners/${scene.owner.ownerNic}`, { name: "Another" }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "a password is forgotten": {
    change: (scene) =>
      send(scene, undefined, "POST", "auth/forgot-password", { username: scene.owner.email }),
    events: ["user.password_reset_requested"],
    audits: [],
  },
  "a password is set by a link": {
    before: async (scene) => {
      const { userId } = await colleague(scene);
      const ctx = await requestContext(jobActor("outbox"));
      const { url } = await issueLink(ctx, { userId, purpose: "Invitation" });
      return { token: new URL(url).searchParams.get("token") };
    },
    change: (scene, { token }) =>
      send(scene, undefined, "POST", "auth/set-password", { token, password: inputs.password }),
    events: ["user.password_changed"],
    audits: ["User SetPassword"],
  },
  "a password is changed": {
    before: async ({ owner: { userId } }) => {
      const passwordHash = await hash(inputs.password);
      await api.db.update(users).set({ passwordHash }).where(eq(users.id, userId));
      return {};
    },
    change: (scene) =>
      send(scene, "EvOwner", "PUT", "auth/change-password", {
        currentPassword: inputs.password,
        newPassword: `${inputs.password}!`,
      }),
    events: ["user.password_changed"],
    audits: ["User ChangePassword"],
  },
  "an operator's name and stations change": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: on("operators/{id}", { name: "Pat Renamed", stationIds: [] }).by("Backoffice"),
    events: ["user.changed"],
    audits: ["User AssignStations", "User Update"],
  },
  "an operator is taken back": {
    before: async (scene) => {
      const made = { id: (await colleague(scene)).userId };
      await statusOf("operators", "deactivate").by("Backoffice")(scene, made);
      return made;
    },
    change: statusOf("operators", "reactivate").by("Backoffice"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Deactivated → Active"],
  },
  "a user is closed by an admin": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("users", "deactivate").by("SystemAdmin"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "a person is erased": {
    change: (scene) =>
      send(scene, "SystemAdmin", "POST", `users/${scene.owner.userId}/erase`, {
        reason: inputs.reason,
      }),
    events: ["user.erased"],
    audits: ["User Erase Active → Erased"],
  },
  "an owner deletes the own account": {
    before: async ({ callers }) => withPassword(callers.EvOwner.userId),
    change: (scene) => send(scene, "EvOwner", "DELETE", "profile", { password: inputs.password }),
    events: ["user.deleted"],
    audits: ["User Delete Active → Deleted"],
  },
  "who deleted the own account has it back": {
    before: async ({ callers }) => {
      const { userId } = callers.EvOwner;
      const gone = { status: "Deleted", deletedFrom: "Active", deletedAt: new Date() } as const;
      await api.db.update(users).set(gone).where(eq(users.id, userId));
      return withPassword(userId);
    },
    change: ({ callers }) =>
      api.call("POST", "/api/v1/auth/restore", {
        body: { username: callers.EvOwner.email ?? "", password: inputs.password },
      }),
    events: ["user.restored"],
    audits: ["User Restore Deleted → Active"],
  },
  "who deleted the own account is told before it is erased": {
    before: async ({ callers }) => {
      const { userId } = callers.EvOwner;
      const deletedAt = new Date(api.clock.now().getTime() - hours(28 * 24));
      const gone = { status: "Deleted", deletedFrom: "Active", deletedAt } as const;
      await api.db.update(users).set(gone).where(eq(users.id, userId));
      return { id: userId };
    },
    change: () => job("erase-warnings"),
    events: ["user.erasure_near"],
    audits: [],
  },
  "who deleted the own account long ago is erased": {
    before: async ({ callers }) => {
      const { userId } = callers.EvOwner;
      const deletedAt = new Date("2026-01-01");
      const gone = { status: "Deleted", deletedFrom: "Active", deletedAt } as const;
      await api.db.update(users).set(gone).where(eq(users.id, userId));
      return { id: userId };
    },
    change: () => job("erase"),
    events: ["user.erased"],
    audits: ["User Erase Deleted → Erased"],
  },
  "an owner signs another browser out": {
    before: async ({ callers }) => {
      const id = newId();
      const { userId } = callers.EvOwner;
      const [startedAt, expiresAt] = [new Date("2000-01-01"), new Date("2200-01-01")];
      await api.db.insert(loginSessions).values({ id, userId, startedAt, expiresAt });
      return { id };
    },
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `auth/sessions/${id}`),
    events: [],
    audits: ["User EndLogin"],
  },
  "a command makes an admin": {
    change: async () => {
      const { name, email } = person();
      return createAdmin(await requestContext(jobActor("admin")), { name, email });
    },
    events: ["user.created", "user.invited"],
    audits: ["User Create → Active"],
  },
};

async function withPassword(id: string): Promise<Made> {
  const passwordHash = await hash(inputs.password);
  await api.db.update(users).set({ passwordHash }).where(eq(users.id, id));
  return { id };
}
