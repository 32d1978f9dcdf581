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
  scripting: { getRegisteredContentScripts(): Promise<{ id: string; excludeMatches?: string[] }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string>; getTitle(of: { tabId: number }): Promise<string> };
  commands: { getAll(): Promise<{ name?: string; shortcut?: string }[]>; onCommand: { dispatch(command: string, tab: ChromeTab): void } };
  contextMenus: { onClicked: { dispatch(info: object, tab: ChromeTab): void } };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
