"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import { blockUser, deactivateUser, reactivateUser } from "@/lib/people/accounts";
import { StatusChange } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const body = StatusChange.extend({ id: z.uuid() });

const sendDeactivate = action({ permission: "user.manage", body, run: deactivateUser });
const sendReactivate = action({ permission: "user.manage", body, run: reactivateUser });
const sendBlock = action({ permission: "user.manage", body, run: blockUser });

export const deactivate: DeedAction = async (input) => sendDeactivate(input);
export const reactivate: DeedAction = async (input) => sendReactivate(input);
export const block: DeedAction = async (input) => sendBlock(input);
