// Where it may read: what the browser has granted goes in, the state of the three choices comes out, and the reader's choice
// goes back to the browser. Reaches it through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { AccessState, Outcome } from '../../components/access-view';
import type { Port } from '../popup/port';
import { coversAll, covering, hostFromInput, originsOf } from '../popup/site-access';

type AccessPort = Pick<Port, 'origins' | 'grant' | 'revoke' | 'hearAccess'>;

/** What granted origins amount to, beside a list of news hosts. `fixed` origins came with the build and are nobody's choice. */
export function summarise(granted: string[], fixed: string[], hosts: string[]): AccessState {
  const chosen = granted.filter((origin) => !fixed.includes(origin) && /^(\*|https?):|^<all_urls>$/.test(origin));
  const listed = new Set(hosts.flatMap(originsOf));
  const own = chosen.filter((origin) => !listed.has(origin) && !coversAll(origin)).map(hostPart);
  return {
    everywhere: chosen.some(coversAll),
    news: hosts.filter((host) => covering(chosen, host).length > 0).length,
    own: [...new Set(own)].sort(),
    chosen: chosen.length,
  };
}

/** The host that a pattern names, its subdomains' asterisk left out. */
function hostPart(origin: string): string {
  return /\/\/(?:\*\.)?([^/]+)/.exec(origin)?.[1] ?? origin;
}

export class Choices {
  readonly state = signal<AccessState>({ everywhere: false, news: 0, own: [], chosen: 0 });
  readonly outcome = signal<Outcome | null>(null);

  constructor(
    private readonly port: AccessPort,
    private readonly hosts: string[],
  ) {
    port.hearAccess(() => void this.refresh());
  }

  async refresh(): Promise<void> {
    const { granted, fixed } = await this.port.origins();
    this.state.value = summarise(granted, fixed, this.hosts);
  }

  /** One prompt for the whole list. Straight from a click: nothing is awaited before the browser is asked. */
  allowNews(): Promise<void> {
    return this.settle('news', this.port.grant(this.hosts.flatMap(originsOf)), { kind: 'granted' }, { kind: 'declined' });
  }

  /** Reads what was typed and asks for that site. Straight from the form's submission. */
  allowSite(typed: string): Promise<void> {
    const host = hostFromInput(typed);
    if (host === null) {
      this.outcome.value = { choice: 'sites', kind: 'invalid' };
      return Promise.resolve();
    }
    return this.settle('sites', this.port.grant(originsOf(host)), { kind: 'granted', host }, { kind: 'declined', host });
  }

  /** Takes one site back, in whatever schemes it was granted. */
  async stopSite(host: string): Promise<void> {
    const { granted } = await this.port.origins();
    const origins = granted.filter((origin) => hostPart(origin) === host);
    await this.settle('sites', this.port.revoke(origins), { kind: 'taken-back', host }, { kind: 'failed', detail: host });
  }

  /** Back to "only when I click": takes back everything the reader had granted. */
  async clicksOnly(): Promise<void> {
    const { granted, fixed } = await this.port.origins();
    const chosen = granted.filter((origin) => !fixed.includes(origin));
    if (chosen.length === 0) this.outcome.value = { choice: 'click', kind: 'granted' };
    else await this.settle('click', this.port.revoke(chosen), { kind: 'taken-back' }, { kind: 'failed', detail: chosen.join(' ') });
  }

  private async settle(choice: Outcome['choice'], asked: Promise<boolean>, yes: Omit<Outcome, 'choice'>, no: Omit<Outcome, 'choice'>): Promise<void> {
    this.outcome.value = null;
    try {
      this.outcome.value = { choice, ...((await asked) ? yes : no) };
    } catch (error) {
      this.outcome.value = { choice, kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
    await this.refresh();
  }
}
