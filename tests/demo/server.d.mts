// Types of server.mjs for the tests, which are TypeScript.
/** The news pages in the order in which `npm start` shows them. */
export const PAGES: readonly string[];
/** Serves the demo pages on 127.0.0.1, at a free port unless one is given; `url` has no slash at its end. */
export function serveDemo(port?: number): Promise<{ url: string; close: () => Promise<void> }>;
