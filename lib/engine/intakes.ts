// The imports that are on their way in, each under its operation id: two pages may import at once. Their number and what they hold in all
// is bounded; one that its page has left goes when another needs its place, and is sent again if that page comes back. Reads no file.
import { Failure } from '../failure';
import { LONGEST_IMPORT } from './intake';
import type { Intake } from './intake';

/** An import of which nothing was heard for so long, in ms, may have to go: a page that sends one sends several parts a second. */
export const ABANDONED = 10_000;

/** Most imports at a time, and most UTF-16 units of all of them: as much as the largest alone. */
const MOST = { imports: 8, length: LONGEST_IMPORT };

interface Held {
  intake: Intake;
  /** When it was last asked for anything, in ms since 1970. */
  at: number;
  /** Questions under way. */
  asked: number;
}

/** The imports of one engine. `make` begins one, `now` is the clock. */
export class Intakes {
  private readonly all = new Map<string, Held>();

  constructor(
    private readonly make: (operation: string) => Intake,
    private readonly now: () => number,
    private readonly most = MOST,
  ) {}

  /** What is held of all, in UTF-16 units. */
  get held(): number {
    return [...this.all.values()].reduce((sum, { intake }) => sum + intake.length, 0);
  }

  /** The import of this id, if it is known. */
  of(operation: string): Intake | null {
    return this.all.get(operation)?.intake ?? null;
  }

  /**
   * Takes a part, the first of an unknown import too; answers which part is to come next, 0 for one that is not known.
   * @throws Failure 'busy' where there is no room beside the others: then this one is forgotten; 'bad-import'
   */
  async add(operation: string, part: number, text: string): Promise<number> {
    const known = this.all.get(operation);
    if (!known && part > 0) return 0;
    if (!known) {
      this.makeRoom(operation, () => this.all.size < this.most.imports);
      this.all.set(operation, { intake: this.make(operation), at: this.now(), asked: 0 });
    }
    const { intake } = this.all.get(operation)!;
    // What is too long by itself is refused for that.
    this.makeRoom(operation, () => this.held + text.length <= this.most.length || this.held === intake.length);
    await this.during(intake, () => intake.add(part, text));
    return intake.next;
  }

  /** Does something with an import, which does not have to go meanwhile. */
  async during<T>(intake: Intake, work: (intake: Intake) => Promise<T>): Promise<T> {
    const held = this.all.get(intake.operation);
    if (!held || held.intake !== intake) return work(intake);
    held.asked++;
    try {
      return await work(intake);
    } finally {
      held.asked--;
      held.at = this.now();
    }
  }

  /** Forgets an import. */
  drop(operation: string): void {
    this.all.delete(operation);
  }

  private makeRoom(operation: string, enough: () => boolean): void {
    while (!enough()) {
      const left = [...this.all.values()].filter(({ intake, asked, at }) => intake.operation !== operation && asked === 0 && (intake.refused !== null || this.now() - at >= ABANDONED));
      const [oldest] = left.sort((a, b) => a.at - b.at);
      if (!oldest) {
        this.drop(operation);
        throw new Failure('busy', 'other imports are under way');
      }
      this.drop(oldest.intake.operation);
    }
  }
}
