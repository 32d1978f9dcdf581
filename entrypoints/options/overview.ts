// What the settings tell of the engine and of what it stores: answers go in, signals come out. Asks again when the corpus
// changes. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { FailureCode } from '../../lib/failure';
import type { EncoderState } from '../../lib/messages';
import type { ArticleSummary } from '../../lib/model';
import { troubleOf } from '../popup/page-reading';
import type { Port } from '../popup/port';

/** What the settings need of the world. */
export interface OverviewPort extends Pick<Port, 'encoder' | 'hearCorpus'> {
  articles(): Promise<ArticleSummary[]>;
  /** Bytes that the browser counts for us; null where it does not tell. */
  usage(): Promise<number | null>;
}

/** How many articles are stored, how many of them came with the extension, and how many statements they hold. */
export interface Holdings {
  articles: number;
  own: number;
  statements: number;
}

/** What the engine has said. `again`: it is being asked once more after a failure. */
export type EngineView =
  | { kind: 'waiting' }
  | { kind: 'answered'; encoder: EncoderState; holdings: Holdings }
  | { kind: 'failed'; trouble: FailureCode; detail: string; again: boolean };

export class Overview {
  readonly engine = signal<EngineView>({ kind: 'waiting' });
  /** Bytes; null while or where the browser does not tell. */
  readonly used = signal<number | null>(null);
  /** Counts the askings, so that an answer overtaken by a later one is dropped. */
  private turn = 0;

  constructor(private readonly port: OverviewPort) {
    port.hearCorpus(() => void this.refresh());
  }

  /** Asks the engine and the browser; what was known stays until the answer is there. */
  async refresh(): Promise<void> {
    const turn = ++this.turn;
    const before = this.engine.value;
    if (before.kind === 'failed') this.engine.value = { ...before, again: true };
    const view = await this.ask();
    // Afterwards, since a first question may make the engine store what came with the extension.
    const used = await this.port.usage().catch(() => null);
    if (turn !== this.turn) return;
    this.engine.value = view;
    this.used.value = used;
  }

  private async ask(): Promise<EngineView> {
    try {
      const [encoder, articles] = await Promise.all([this.port.encoder(), this.port.articles()]);
      const own = articles.filter(({ file }) => file !== null).length;
      const statements = articles.reduce((sum, article) => sum + article.statements, 0);
      return { kind: 'answered', encoder, holdings: { articles: articles.length, own, statements } };
    } catch (error) {
      return { kind: 'failed', ...troubleOf(error), again: false };
    }
  }
}
