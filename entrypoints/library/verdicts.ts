// What the reader has judged, as a signal; taking a verdict back and putting it back. A line taken back stays while the view is open.
// Reaches the world through the port only; draws nothing.
import type { VerdictLine } from '../../components/library/VerdictsView';
import { stepBack } from '../../components/step-back';
import type { Verdict } from '../../lib/model';
import type { Notices } from './notices';
import type { LibraryPort } from './port';
import { Resource } from './resource';

export class Verdicts {
  private readonly resource: Resource<VerdictLine[]>;
  private readonly gone = new Map<string, Verdict>();
  /** Ids of those that something is being done with: a second click does nothing. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly port: LibraryPort,
    private readonly notices: Notices,
  ) {
    this.resource = new Resource(async () => this.lines(await port.ask('verdicts', {})));
  }

  get view(): Resource<VerdictLine[]>['view'] {
    return this.resource.view;
  }

  /** Lists the verdicts anew, without those taken back. */
  async open(): Promise<void> {
    this.gone.clear();
    await this.resource.refresh();
  }

  async refresh(): Promise<void> {
    await this.resource.refresh();
  }

  /** Takes a verdict back, or puts one back that was. */
  async undo({ verdict, state }: VerdictLine): Promise<void> {
    if (state === 'busy' || this.busy.has(verdict.id)) return;
    this.busy.add(verdict.id);
    this.resource.change((lines) => lines.map((line) => (line.verdict.id === verdict.id ? { ...line, state: 'busy' } : line)));
    const { id, at: _at, ...said } = verdict;
    const { value, ...step } = (state === 'kept' ? stepBack(said, null) : stepBack(null, said))!;
    try {
      const { overtaken } = await this.port.ask('judge', { verdict: value, ...step, operation: this.port.operation() });
      if (overtaken) this.notices.overtaken();
      else if (state === 'kept') this.gone.set(id, verdict);
      else this.gone.delete(id);
    } catch (error) {
      this.notices.fail('libraryVerdictFailed', error);
    }
    this.busy.delete(id);
    await this.resource.refresh();
  }

  private lines(kept: Verdict[]): VerdictLine[] {
    for (const { id } of kept) this.gone.delete(id);
    const gone = [...this.gone.values()].map((verdict): VerdictLine => ({ verdict, state: 'gone' }));
    return [...kept.map((verdict): VerdictLine => ({ verdict, state: 'kept' })), ...gone].sort((a, b) => b.verdict.at.localeCompare(a.verdict.at) || a.verdict.id.localeCompare(b.verdict.id));
  }
}
