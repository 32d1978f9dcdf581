// "Since disputed": the lines as a signal, with how many are not seen, and marking them. A mark shows at once and is taken back when
// it can't be kept. Reaches the world through the port only; draws nothing.
import { computed, signal } from '@preact/signals';
import type { Dispute } from '../../lib/model';
import type { Notices } from './notices';
import type { LibraryPort } from './port';
import { Resource } from './resource';
import { whenFree } from './when-free';

export class Inbox {
  readonly busy = signal<ReadonlySet<string>>(new Set());
  private readonly resource: Resource<Dispute[]>;
  readonly unseen;

  constructor(
    private readonly port: LibraryPort,
    private readonly notices: Notices,
  ) {
    this.resource = new Resource(() => port.ask('inbox', {}));
    this.unseen = computed(() => (this.view.value.kind === 'there' ? this.view.value.value.filter(({ seen }) => !seen).length : 0));
  }

  get view(): Resource<Dispute[]>['view'] {
    return this.resource.view;
  }

  async refresh(): Promise<void> {
    await this.resource.refresh();
  }

  /** Marks lines as seen or not; lines whose mark is still on its way are left out. */
  async mark(disputes: Dispute[], seen: boolean): Promise<void> {
    const ids = disputes.map(({ id }) => id).filter((id) => !this.busy.value.has(id));
    if (ids.length > 0) await this.send(ids, seen, ids.length > 1);
  }

  private async send(ids: string[], seen: boolean, say: boolean): Promise<void> {
    this.busy.value = new Set([...this.busy.value, ...ids]);
    this.show(ids, seen);
    try {
      await this.port.ask('seen', { ids, seen, operation: this.port.operation() });
      if (say) this.notices.say('libraryAllSeenNow', '', () => void whenFree(computed(() => ids.some((id) => this.busy.value.has(id))), () => this.send(ids, !seen, false)));
    } catch (error) {
      this.show(ids, !seen);
      this.notices.fail('librarySeenFailed', error);
    }
    this.busy.value = new Set([...this.busy.value].filter((id) => !ids.includes(id)));
    await this.refresh();
  }

  private show(ids: string[], seen: boolean): void {
    this.resource.change((disputes) => disputes.map((dispute) => (ids.includes(dispute.id) ? { ...dispute, seen } : dispute)));
  }
}
