// Scores with numbers go in, the best so many stay, in typed arrays that are used again; of equals the lower number. Knows nothing
// of what is scored.

export class Best {
  /** As `sort` leaves them: best first. */
  readonly scores: Float64Array;
  readonly numbers: Float64Array;
  length = 0;
  private most = 0;

  constructor(room: number) {
    this.scores = new Float64Array(room);
    this.numbers = new Float64Array(room);
  }

  /** Begins anew; keeps at most so many. */
  clear(most: number): void {
    this.length = 0;
    this.most = most;
  }

  /** Below this nothing gets in; 0 while there is room. */
  get floor(): number {
    return this.length < this.most ? 0 : this.scores[0]!;
  }

  /** Takes one in, in place of the worst where there is no room; until `sort`, the worst lies first, as in a heap. */
  offer(score: number, number: number): void {
    const { scores, numbers } = this;
    if (this.length < this.most) return this.up(this.length++, score, number);
    if (score > scores[0]! || (score === scores[0] && number < numbers[0]!)) this.down(0, this.length, score, number);
  }

  /** Puts the best first. Nothing may be offered afterwards. */
  sort(): void {
    const { scores, numbers } = this;
    for (let end = this.length - 1; end > 0; end--) {
      const score = scores[end]!;
      const number = numbers[end]!;
      scores[end] = scores[0]!;
      numbers[end] = numbers[0]!;
      this.down(0, end, score, number);
    }
  }

  private up(at: number, score: number, number: number): void {
    const { scores, numbers } = this;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (scores[above]! < score || (scores[above] === score && numbers[above]! > number)) break;
      scores[at] = scores[above]!;
      numbers[at] = numbers[above]!;
      at = above;
    }
    scores[at] = score;
    numbers[at] = number;
  }

  private down(at: number, end: number, score: number, number: number): void {
    const { scores, numbers } = this;
    for (let below = at * 2 + 1; below < end; below = at * 2 + 1) {
      if (below + 1 < end && (scores[below + 1]! < scores[below]! || (scores[below + 1] === scores[below] && numbers[below + 1]! > numbers[below]!))) below++;
      if (scores[below]! > score || (scores[below] === score && numbers[below]! < number)) break;
      scores[at] = scores[below]!;
      numbers[at] = numbers[below]!;
      at = below;
    }
    scores[at] = score;
    numbers[at] = number;
  }
}
