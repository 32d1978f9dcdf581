// Types of setup.mjs for the TypeScript that shares it.
/** The project's folder. */
export const ROOT: string;
/** Arguments with which Chromium loads the unpacked extension in `folder` and nothing else. */
export function chromiumArguments(folder: string): string[];
