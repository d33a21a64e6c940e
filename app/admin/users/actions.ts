"use server";

import { z } from "zod";

import { blockUser, deactivateUser, reactivateUser } from "@/lib/people/accounts";
import { StatusChange } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const permission = "user.manage";
const body = StatusChange.extend({ id: z.uuid() });

export const deactivate = action({ permission, body, run: deactivateUser });
export const reactivate = action({ permission, body, run: reactivateUser });
export const block = action({ permission, body, run: blockUser });
