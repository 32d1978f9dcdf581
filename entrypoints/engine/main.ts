// Chrome's offscreen page: hosts the Worker, and relays the switchboard's questions to it. Closes itself when it is not needed.
import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { isRecord } from '../../lib/failure';
import { tell } from '../../lib/messages';
import { EngineHost } from './host';
import type { EngineMessage, EngineReply } from './protocol';

/** Idle minutes after which the Worker's memory is given back: longer than the pause between two articles. */
const IDLE_MS = 10 * 60_000;

// Heard by our pages, and by the switchboard, which tells the open tabs.
const host = new EngineHost({ after: IDLE_MS, then: () => window.close() }, () => tell('corpus', {}));

/** Only the switchboard: neither a tab of any kind, nor another page of ours. */
function fromSwitchboard(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.tab === undefined && sender.url === browser.runtime.getURL('background.js');
}

browser.runtime.onMessage.addListener(((message: unknown, sender: Runtime.MessageSender): Promise<EngineReply> | undefined => {
  if (!isRecord(message) || message['to'] !== 'engine' || !fromSwitchboard(sender)) return undefined;
  const { type, ask, sentinel } = message as unknown as EngineMessage;
  return host.ask({ type, ask, sentinel });
}) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
