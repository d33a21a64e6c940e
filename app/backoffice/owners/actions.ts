"use server";

import { deactivateOwner, reactivateOwner } from "@/lib/people/accounts";
import { StatusChange, ownerKey } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const body = StatusChange.extend({ nic: ownerKey });

export const deactivate = action({ permission: "owner.deactivate", body, run: deactivateOwner });
export const reactivate = action({ permission: "owner.reactivate", body, run: reactivateOwner });
