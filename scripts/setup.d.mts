// Types of setup.mjs for the TypeScript that shares it.
/** The project's folder. */
export const ROOT: string;
/** Arguments with which Chromium loads the unpacked extension in `folder` and nothing else. */
export function chromiumArguments(folder: string): string[];
/** A number of 32 bits that changes with the sources of the packed sentence encoder. */
export function encoderStamp(): number;
/** Packs the sentence encoder into public/encoder/ unless it lies there as its sources have it. @throws Error when that fails */
export function ensureEncoder(): void;
/** Path of a Chromium that takes extensions. @throws Error when there is none to be had */
export function findChromium(): Promise<string>;
/** Is this process root on a system that has the notion? */
export function isRoot(): boolean;
/** The JavaScript file behind a package's command, to be run with this very Node. */
export function bin(name: string, command?: string): string;
