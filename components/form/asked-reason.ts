/** Whether a dialog demands a reason, or takes one: as the thing's own table of states says (`asksReason` of its view). */
export const askedReason = <A extends string>(
  { asksReason }: { readonly asksReason: readonly A[] },
  action: NoInfer<A>,
): "required" | "optional" => (asksReason.includes(action) ? "required" : "optional");
