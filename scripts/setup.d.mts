// Types of setup.mjs for the TypeScript that shares it.
/** The project's folder. */
export const ROOT: string;
/** Arguments with which Chromium loads the unpacked extension in `folder` and nothing else. */
export function chromiumArguments(folder: string): string[];
/** A number of 32 bits that changes with the sources of the packed sentence encoder. */
export function encoderStamp(): number;
/** Packs the sentence encoder into public/encoder/ unless it lies there as its sources have it. @throws Error when that fails */
export function ensureEncoder(): void;
/** The JavaScript file behind a package's command, to be run with this very Node. */
export function bin(name: string, command?: string): string;
