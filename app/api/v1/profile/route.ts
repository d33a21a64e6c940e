import { deleteUser, readMe, updateProfile } from "@/lib/people/accounts";
import { DeleteUser, Deletion, MeView, UpdateProfile } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsProfile } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Auth",
  summary: "Read the own profile",
  permission: "account.self",
  evcms: evcmsProfile,
  returns: MeView,
  run: (ctx) => readMe(ctx),
});

export const PUT = endpoint({
  tag: "Auth",
  summary: "Change the own profile",
  description: "What is not named stays. A driver without an identity number gives one here, once.",
  permission: "account.self",
  evcms: evcmsProfile,
  body: UpdateProfile,
  returns: MeView,
  examples: [{ name: "Another name", body: { name: "Ravi P. Perera" } }],
  run: (ctx, { body }) => updateProfile(ctx, body),
});

export const DELETE = endpoint({
  tag: "Auth",
  summary: "Delete the own account",
  description:
    "A driver's. At once nobody can log in to it, what is booked is canceled without a fee, and devices, favourites and places in line go. Until `eraseAfter` it may be had back by `POST /auth/restore`; then the person is erased: bookings, money and audits stay without a name. Refused while a car of theirs charges.",
  permission: "user.delete",
  idempotent: "no",
  limit: "login",
  body: DeleteUser,
  returns: Deletion,
  status: 202,
  examples: [{ name: "For good", body: { password: sample.password } }],
  run: (ctx, { body }) => deleteUser(ctx, body),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
