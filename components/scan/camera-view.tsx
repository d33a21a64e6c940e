"use client";

import { Flashlight, FlashlightOff, ImageUp, SwitchCamera, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { Button } from "../ui/button";
import { cn } from "../ui/class-names";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { useCamera } from "./use-camera";

const cameraId = "scan-camera";
const pictureId = "scan-picture";

/**
 * The camera's picture and what can be done about it. While an answer is shown it stands still and takes no room, so that
 * the next scan begins at once.
 */
export function CameraView({
  isOn,
  isLow,
  isMuted,
  onMute,
  onText,
}: {
  isOn: boolean;
  /** On a phone it leaves room for what stands above it. */
  isLow: boolean;
  isMuted: boolean;
  onMute: (isMuted: boolean) => void;
  onText: (text: string) => void;
}) {
  const t = useTranslations("scan");
  const camera = useCamera(cameraId, isOn, onText);
  const [isLit, setLit] = useState(false);
  const [isWithoutCode, setWithoutCode] = useState(false);
  const { problem, isRunning, hasTorch, turnToNext } = camera;

  const readFile = async (file: File) => {
    setWithoutCode(false);
    const reader = await import("./code-reader").catch(() => null);
    const text = await reader?.readPicture(pictureId, file);
    if (text) onText(text);
    else setWithoutCode(true);
  };

  return (
    <section
      aria-label={t("camera")}
      className={cn("space-y-3", !isOn && "invisible h-0 overflow-hidden")}
    >
      <div
        className={cn(
          "relative overflow-hidden rounded-lg border bg-sunken sm:h-96",
          isLow ? "h-[min(22.5rem,30dvh)]" : "h-[min(22.5rem,40dvh)]",
          problem && "hidden",
        )}
      >
        <div className="grid h-full place-items-center">
          {/* What it holds is the camera library's own. */}
          <div id={cameraId} className="w-full" />
        </div>
        {isRunning ? <Aim /> : <Starting />}
      </div>
      {problem && (
        <Notice kind="warning" role="alert" title={t(`problems.${problem}.title`)}>
          <p>{t(`problems.${problem}.text`)}</p>
          <div className="mt-2">
            <Button look="secondary" onClick={camera.tryAgain}>
              {t("retry")}
            </Button>
          </div>
        </Notice>
      )}
      <div id={pictureId} className="hidden" />
      <ul className="flex gap-2 *:flex-1">
        {hasTorch && (
          <Tool
            icon={isLit ? <FlashlightOff aria-hidden /> : <Flashlight aria-hidden />}
            label={isLit ? t("torchOff") : t("torchOn")}
            onClick={() => {
              setLit(!isLit);
              void camera.setTorch(!isLit);
            }}
          />
        )}
        {turnToNext && (
          <Tool
            icon={<SwitchCamera aria-hidden />}
            label={t("otherCamera")}
            onClick={() => {
              setLit(false);
              turnToNext();
            }}
          />
        )}
        <li>
          <label
            className={cn(
              toolClass,
              "has-focus-visible:outline-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              type="file"
              accept="image/*"
              className="sr-only"
              onChange={({ target }) => {
                const file = target.files?.[0];
                if (file) void readFile(file);
                target.value = "";
              }}
            />
            <ImageUp aria-hidden />
            {t("picture")}
          </label>
        </li>
        <Tool
          icon={isMuted ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
          label={isMuted ? t("soundOff") : t("soundOn")}
          isPressed={isMuted}
          onClick={() => onMute(!isMuted)}
        />
      </ul>
      {isWithoutCode && (
        <Notice kind="warning" role="alert">
          {t("noCode")}
        </Notice>
      )}
    </section>
  );
}

/** The corners of a square in the middle, where the code belongs. */
function Aim() {
  const corner = "absolute size-8 border-accent";
  return (
    <div aria-hidden className="absolute inset-0 grid place-items-center">
      <div className="relative aspect-square h-3/4">
        <span className={cn(corner, "top-0 left-0 rounded-tl-md border-t-4 border-l-4")} />
        <span className={cn(corner, "top-0 right-0 rounded-tr-md border-t-4 border-r-4")} />
        <span className={cn(corner, "bottom-0 left-0 rounded-bl-md border-b-4 border-l-4")} />
        <span className={cn(corner, "right-0 bottom-0 rounded-br-md border-r-4 border-b-4")} />
      </div>
    </div>
  );
}

function Starting() {
  const t = useTranslations("scan");
  return (
    <output className="absolute inset-0 grid place-content-center justify-items-center gap-2 text-sm text-ink-soft">
      <Spinner />
      {t("starting")}
    </output>
  );
}

const toolClass =
  "flex min-h-14 w-full flex-col items-center justify-center gap-1 rounded-md border border-line-strong bg-surface " +
  "px-1 py-1.5 text-center text-xs font-medium hover:bg-sunken [&_svg]:size-5";

function Tool({
  icon,
  label,
  isPressed,
  onClick,
}: {
  icon: ReactNode;
  label: string;
  isPressed?: boolean;
  onClick: () => void;
}) {
  return (
    <li>
      <button type="button" className={toolClass} aria-pressed={isPressed} onClick={onClick}>
        {icon}
        {label}
      </button>
    </li>
  );
}
