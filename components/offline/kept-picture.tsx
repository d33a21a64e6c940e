import { useEffect, useState } from "react";

/** A picture that lies on this phone: until it is sent, or for good where that was refused. */
export function KeptPicture({ actKey, name }: { actKey: string; name: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isOver = false;
    const show = async () => {
      // With the ground, which is there before a picture is.
      const { readPicture } = await import("./database");
      const blob = await readPicture(actKey);
      if (!blob || isOver) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    };
    void show();
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [actKey]);
  return address === undefined ? (
    <span className="block aspect-square w-full rounded-md bg-sunken" />
  ) : (
    // oxlint-disable-next-line nextjs/no-img-element -- it lies on this phone
    <img src={address} alt={name} className="aspect-square w-full rounded-md object-cover" />
  );
}
