// The few calls of Chromium's extension API that the specs make inside the extension's worker and pages.
interface ChromeTab {
  id?: number;
  url?: string;
}

declare const chrome: {
  tabs: {
    query(filter: object): Promise<ChromeTab[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
  scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
