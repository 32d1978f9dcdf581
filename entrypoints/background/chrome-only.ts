// The few interfaces that only Chrome has, as far as we use them; undefined in Firefox. Their types are ours, so that no second
// set of browser types is needed.

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

interface SidePanel {
  open(options: { tabId: number }): Promise<void>;
}

interface Contexts {
  getContexts(filter: { contextTypes: string[]; documentUrls?: string[] }): Promise<unknown[]>;
}

/** Chrome's own namespace. https://developer.chrome.com/docs/extensions/reference/api */
export const chromeOnly = (globalThis as unknown as { chrome: { offscreen?: Offscreen; sidePanel?: SidePanel; runtime: Partial<Contexts> } }).chrome;
