import { BareFrame } from "./bare-frame";
import { ErrorMessage } from "./error-message";

/** Where not even a frame is left. */
export function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <BareFrame>
      <ErrorMessage {...props} />
    </BareFrame>
  );
}
