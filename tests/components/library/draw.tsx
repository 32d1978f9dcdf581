// Draws the library over a made-up world, as the page does, and takes it away again.
import '../../../components/tokens.css';
import '../../../components/base.css';
import '../../../components/evidence.css';
import '../../../components/shelf.css';
import '../../../components/exchange/exchange.css';
import '../../../components/library/library.css';
import '../../../components/library/stored.css';
import '../../../components/matters/matters.css';
import { render } from 'preact';
import { Library } from '../../../entrypoints/library/Library';
import { Sessions } from '../../../entrypoints/library/sessions';
import type { World } from './world';

export class Drawn {
  readonly app = document.body.appendChild(document.createElement('div'));
  readonly sessions: Sessions;

  constructor(readonly world: World, hash = '') {
    scrollTo(0, 0);
    history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
    this.sessions = new Sessions(world);
    render(<Library sessions={this.sessions} onSettings={() => world.done.push('settings')} />, this.app);
    void this.sessions.inbox.refresh();
  }

  close(): void {
    render(null, this.app);
    this.sessions.close();
    this.app.remove();
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** Words drawn at a selector, blanks tidied. */
  text(selector = 'main'): string {
    return (this.app.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  texts(selector: string): string[] {
    return [...this.app.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  }

  /** A button or link by its words or its name. @throws Error when there is none */
  button(name: string): HTMLElement {
    const found = [...this.app.querySelectorAll<HTMLElement>('button, a, [role=button]')].find((each) => each.getAttribute('aria-label') === name || each.textContent.trim() === name);
    if (!found) throw new Error(`no button "${name}" in: ${this.text()}`);
    return found;
  }

  find<E extends HTMLElement>(selector: string): E {
    const found = this.app.querySelector<E>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }
}
