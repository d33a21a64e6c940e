"use server";

import { z } from "zod";

import { deactivateOwner, reactivateOwner } from "@/lib/people/accounts";
import { StatusChange } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const body = StatusChange.extend({ nic: z.string().max(64) });

export const deactivate = action({ permission: "owner.deactivate", body, run: deactivateOwner });
export const reactivate = action({ permission: "owner.reactivate", body, run: reactivateOwner });
