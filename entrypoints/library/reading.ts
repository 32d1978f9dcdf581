// One stored article as it is read in the library: an id goes in, the article with what others say of it comes out as a signal;
// corrections, deleting, and the way back from each. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import { Judging } from '../../components/judging';
import type { Amendment } from '../../components/library/library-view';
import { stepBack } from '../../components/step-back';
import type { Step } from '../../components/step-back';
import { Corrections } from '../../lib/annotate/corrected';
import type { StoredArticle } from '../../lib/messages';
import { UNDO_MS } from '../../lib/model';
import type { Correction, StoredStatement } from '../../lib/model';
import type { Notices } from './notices';
import type { LibraryPort } from './port';
import { Resource } from './resource';
import { whenFree } from './when-free';

type Sent = Omit<Correction, 'id' | 'at'>;

export class Reading {
  readonly busy = signal<'correction' | 'remove' | 'restore' | null>(null);
  /** What the reader says of the matches and claims shown. */
  readonly judging = new Judging((verdict, step) => this.port.ask('judge', { verdict, ...step, operation: this.port.operation() }));
  private readonly resource = new Resource<StoredArticle>(() => this.port.ask('article', { id: this.id }));
  private id = '';

  constructor(
    private readonly port: LibraryPort,
    private readonly notices: Notices,
  ) {}

  get view(): Resource<StoredArticle>['view'] {
    return this.resource.view;
  }

  /** Turns to an article, forgetting another one. */
  async open(id: string): Promise<void> {
    if (id !== this.id) {
      this.resource.forget();
      this.judging.clear();
    }
    this.id = id;
    // An extra beside the text: without it, what was said earlier is known by its outcome only.
    const said = this.port.ask('verdicts', {}).then((verdicts) => id === this.id && this.judging.know(verdicts), () => undefined);
    await Promise.all([this.resource.refresh(), said]);
  }

  /** Asks again, if an article is being read. */
  async refresh(): Promise<void> {
    if (this.id !== '') await this.resource.refresh();
  }

  /** Lets go of the article, so that news no longer has it asked for. */
  close(): void {
    this.id = '';
    this.resource.forget();
  }

  /** What was corrected of a statement of the article that is read; null for nothing. */
  correctionOf(statement: StoredStatement): Correction | null {
    return this.view.value.kind === 'there' ? new Corrections(this.view.value.value.corrections).of(statement) : null;
  }

  /** Keeps a correction; one that corrects nothing takes back what was. False when that failed. */
  async correct(statement: StoredStatement, amendment: Amendment): Promise<boolean> {
    const { article, text } = statement;
    const nothing = !amendment.hidden && amendment.speaker === undefined && (amendment.figures ?? []).length === 0;
    const before = this.correctionOf(statement);
    if (nothing && !before) return true;
    return nothing && before ? await this.takeBack(before) : await this.send({ article, text, ...amendment }, { how: 'keep' }, 'libraryCorrectionKept');
  }

  /** Drops a correction, whatever was corrected before it: the extraction's own shows again. False when that failed. */
  async takeBack(correction: Correction): Promise<boolean> {
    return await this.send(bare(correction), { how: 'drop', expects: correction }, 'libraryCorrectionGone');
  }

  private async send(correction: Sent, step: Step<Amendment>, words: 'libraryCorrectionKept' | 'libraryCorrectionGone' | null): Promise<boolean> {
    if (this.busy.value !== null) return false;
    this.busy.value = 'correction';
    try {
      const { before, overtaken } = await this.port.ask('correct', { correction, ...step, operation: this.port.operation() });
      if (overtaken) {
        this.notices.overtaken();
        return false;
      }
      const back = step.how === 'keep' ? stepBack(correction, before && bare(before)) : stepBack(null, correction);
      if (words !== null) this.notices.say(words, '', back && (() => void whenFree(this.busy, () => this.send(back.value, back, null))));
      return true;
    } catch (error) {
      this.notices.fail('libraryCorrectionFailed', error);
      return false;
    } finally {
      this.busy.value = null;
      await this.refresh();
    }
  }

  /** Deletes the article that is read; true when it is gone. */
  async remove(): Promise<boolean> {
    const { id } = this;
    const title = this.view.value.kind === 'there' ? this.view.value.value.article.title : '';
    if (this.busy.value !== null || id === '') return false;
    this.busy.value = 'remove';
    try {
      await this.port.remove(id, this.port.operation());
      this.notices.say('noticeRemoved', title, () => void whenFree(this.busy, () => this.restore(id)), UNDO_MS);
      return true;
    } catch (error) {
      this.notices.fail('libraryNotRemoved', error);
      return false;
    } finally {
      this.busy.value = null;
      await this.refresh();
    }
  }

  /** Brings an article back that was deleted here or elsewhere. */
  async restore(id = this.id): Promise<void> {
    if (this.busy.value !== null) return;
    this.busy.value = 'restore';
    try {
      await this.port.restore(id, this.port.operation());
      this.notices.say('libraryBack');
    } catch (error) {
      this.notices.fail('libraryNotRestored', error, 'libraryUndoOver');
    } finally {
      this.busy.value = null;
      await this.refresh();
    }
  }
}

function bare({ id: _id, at: _at, ...rest }: Correction): Sent {
  return rest;
}
