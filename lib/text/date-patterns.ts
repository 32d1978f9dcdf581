// The forms in which news names dates, each a pattern with the time it means: date-meanings.ts says what its parts come to. Knows nothing
// of how mentions of one sentence bear on each other. Of forms that overlap the longest counts, so each must be read beside all the others.
import { addMonths, DAY, isDay, mondayOf, monthOf, nthWeekday, utc, weekdayOf, yearOf } from './calendar';
import { away, calendarDay, day, feast, figures, monthSpan, nearestYear, season, spanOf, stepOf, weekday, yearSpan, type Meaning, type Setting } from './date-meanings';
import { COUNT, countNumber, DAY_FIGURE, DAY_WORD, FULL_MONTH, MONTH, monthNumber, ordinalNumber, SHORT_WEEKDAY, WEEKDAY, weekdayNumber, YEAR } from './date-words';
import { FIGURE, LETTER } from './plain-letters';
import type { DateMention } from '../model';

export interface Form {
  /** A sentence without this has no such form. */
  needs: Feature;
  /** To be looked for in a text of plain letters. */
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, setting: Setting) => Meaning | null;
}

/** What a sentence must hold for a form to be tried in it: trying them all on every sentence costs thrice as much. */
export const FEATURES = {
  month: /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b|january|february|march|april|august|september|october|november|december/i,
  weekday: /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i,
  year: /(?<!\d)(?:1[5-9]|20)\d\d/,
  figures: /\d[-/.]\d/,
  'month-word': /\bof (?:the )?(?:last|previous|next|this|following) month/i,
  nth: /\bthe (?:\d|twenty|thirty)/i,
  'day-word': /\b(?:yesterday|today|tomorrow|tonight|overnight|last night|this (?:morning|afternoon|evening)|(?:past|last) day)\b/i,
  count: /\b(?:ago|from (?:now|today|tomorrow|yesterday)|after (?:now|today|tomorrow|yesterday))\b/i,
  past: /\bthe (?:past|last) /i,
  unit: /\b(?:week|weekend|month|year|quarter)\b/i,
  quarter: /quarter|q[1-4]/i,
  half: /\bhalf of\b/i,
  season: /\b(?:winter|spring|summer|autumn|fall)\b/i,
  feast: /\b(?:new year's|christmas|boxing day|valentine's|good friday|easter|thanksgiving|black friday)\b/i,
} as const;
type Feature = keyof typeof FEATURES;

const form = (needs: Feature, source: string, read: Form['read']): Form => ({ needs, pattern: new RegExp(`(?<![${LETTER}${FIGURE}])(?:${source})`, 'gu'), read });
const STEPS = '(?:the )?(?:last|previous|next|following|coming)|past|this';

const D = `(?:${DAY_FIGURE}|${DAY_WORD})`;
/** The end of a range, before which a dash may stand. */
const END = `(?:(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d%${LETTER}]|[.,:/]\\d|-[${LETTER}])|${DAY_WORD})`;
const TO = ' ?(?:-|to|through|till|until|and|or) ?';
const THE_WEEKDAY = `(?:(?:(?:this|last|next) )?(?:${WEEKDAY}|${SHORT_WEEKDAY}),?[ -](?:the )?)?`;
const OF_YEAR = `(?:(?:,? (?:of )?| ?, ?)(?<year>${YEAR}|'\\d\\d))?`;
const ORDINAL = '(?:first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))';
/** What may follow "the 27th" when it is a day: the clause's end or the next phrase, not a thing that is counted. */
const CLAUSE_END = '(?=\\s*(?:$|[.,;:!?)"]|(?:and|but|or|with|when|after|before|in|at|to|for|as|by|of)\\b))';

/** Every form, in no order: of two that overlap the longer counts. */
export const FORMS: readonly Form[] = [
  form('month', `${THE_WEEKDAY}(?<a>${D})(?:${TO}(?<b>${END}))?(?: of| day of)?[ -](?<month>${MONTH})${OF_YEAR}`, (g, s) => calendarDay(monthNumber(g['month']!), ordinalNumber(g['a']!), ordinalNumber(g['b'] ?? g['a']!), g['year'], s)),
  form('month', `${THE_WEEKDAY}(?<month>${MONTH})[ -](?:the )?(?<a>${D})(?:${TO}(?<b>${END}))?${OF_YEAR}`, (g, s) => calendarDay(monthNumber(g['month']!), ordinalNumber(g['a']!), ordinalNumber(g['b'] ?? g['a']!), g['year'], s)),
  form('year', `${THE_WEEKDAY}(?<year>(?:1[5-9]|20)\\d\\d)[-/. ](?:(?<a>\\d\\d?)[-/. ](?<b>\\d\\d?|${MONTH})|(?<m>${MONTH})[-/. ](?<c>\\d\\d?))(?![\\d${LETTER}])`, (g, s) => {
    if (g['m']) return calendarDay(monthNumber(g['m']), Number(g['c']), Number(g['c']), g['year'], s);
    const named = monthNumber(g['b']!);
    return named >= 0 ? calendarDay(named, Number(g['a']), Number(g['a']), g['year'], s) : calendarDay(Number(g['a']) - 1, Number(g['b']), Number(g['b']), g['year'], s);
  }),
  form('month', `${THE_WEEKDAY}(?:(?<a>\\d\\d?)[-/.](?<m>${MONTH})|(?<n>${MONTH})[-/.](?<c>\\d\\d?))[-/.](?<year>(?:1[5-9]|20)\\d\\d)(?!\\d)`, (g, s) => {
    const at = Number(g['a'] ?? g['c']);
    return calendarDay(monthNumber(g['m'] ?? g['n']!), at, at, g['year'], s);
  }),
  form('month', `(?<month>${FULL_MONTH})-(?<year>${YEAR})-(?<a>\\d\\d?)(?!\\d)`, (g, s) => calendarDay(monthNumber(g['month']!), Number(g['a']), Number(g['a']), g['year'], s)),
  form('figures', `(?<![\\d.,/$€£-])(?<a>\\d\\d?)(?:(?<sep>[-/.])(?<b>\\d\\d?)\\k<sep>|/(?<c>\\d\\d?),)(?<year>(?:1[5-9]|20)?\\d\\d)(?![\\d/-]|[.,]\\d)`, (g, s) => figures(Number(g['a']), Number(g['b'] ?? g['c']), g['year'], s)),
  form('figures', `(?<![\\d.,/$€£-])(?!24/7)(?:(?<a>\\d\\d?)/(?<b>\\d\\d?)|(?<=\\bon +)(?<c>\\d\\d?)[.-](?<d>\\d\\d?)(?=[.!?]?$| with))(?![\\d/%-]|[.,]\\d)`, (g, s) => {
    const [a, b] = [Number(g['a'] ?? g['c']), Number(g['b'] ?? g['d'])];
    return s.reference === null || (Math.max(a, b) <= 12 && g['c'] === undefined) ? null : figures(a, b, undefined, s);
  }),
  form('weekday', `(?:(?:this|last|next) )?${WEEKDAY},? (?<a>\\d\\d?)[/.](?<b>\\d\\d?)(?![\\d/%-]|[.,]\\d)`, (g, s) => (s.reference === null ? null : figures(Number(g['a']), Number(g['b']), undefined, s))),
  form('figures', `(?<which>this|next|last) (?<a>\\d\\d?)/(?<b>\\d\\d?)(?![\\d/%-]|[.,]\\d)`, (g, s) => {
    const meaning = s.reference === null ? null : figures(Number(g['a']), Number(g['b']), String(yearOf(s.reference)), s);
    if (!meaning) return null;
    const shift = stepOf(g['which']!);
    return shift === 0 ? meaning : figures(Number(g['a']), Number(g['b']), String(yearOf(s.reference!) + shift), s);
  }),
  form('weekday', `(?:the )?(?<n>${ORDINAL}) (?<weekday>${WEEKDAY}) (?:of|in) (?:(?<month>${MONTH})${OF_YEAR}|(?:the )?(?<which>last|previous|next|this|following) month)`, (g, s) => {
    if (s.reference === null && !g['year']) return null;
    const at = g['which'] ? addMonths(s.reference!, stepOf(g['which'])) : null;
    const month = at === null ? monthNumber(g['month']!) : monthOf(at);
    const year = at !== null ? yearOf(at) : g['year'] ? Number(g['year']) : nearestYear(s.reference!, month);
    const time = year === null ? null : nthWeekday(year, month, weekdayNumber(g['weekday']!), ordinalNumber(g['n']!));
    return time === null ? null : { ...day(time, !g['year']), ...(at === null && !g['year'] && { drifts: true as const }) };
  }),
  form('month-word', `(?<a>${D}|the ${DAY_FIGURE} day|the ${DAY_WORD} day) of (?:the )?(?<which>last|previous|next|this|following) month`, (g, { reference }) => {
    if (reference === null) return null;
    const month = addMonths(utc(yearOf(reference), monthOf(reference)), stepOf(g['which']!));
    const wanted = ordinalNumber(g['a']!.replace(/^the | day$/gi, ''));
    return isDay(yearOf(month), monthOf(month), wanted) ? day(utc(yearOf(month), monthOf(month), wanted)) : null;
  }),
  form('weekday', `(?:(?<which>this past|this upcoming|this coming|this|last|next|past|previous|coming|upcoming|following) )?(?<weekday>${WEEKDAY})`, (g, s) => weekday(g['weekday']!, g['which'], s)),
  form('weekday', `(?:on )?(?<weekday>${WEEKDAY})(?: of|,)? (?<which>${STEPS}) week|(?<before>${STEPS}) week(?: on)? (?<day>${WEEKDAY})`, (g, { reference }) =>
    reference === null ? null : day(mondayOf(reference) + (stepOf(g['which'] ?? g['before']!) * 7 + weekdayNumber(g['weekday'] ?? g['day']!)) * DAY),
  ),
  form('weekday', `(?<weekday>${WEEKDAY}),? (?:the )?(?<a>${D})(?![ -](?:${MONTH}|[${LETTER}]+s\\b))`, (g, { reference }) => {
    if (reference === null) return null;
    const [wanted, at] = [weekdayNumber(g['weekday']!), ordinalNumber(g['a']!)];
    for (const shift of [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7]) {
      const month = utc(yearOf(reference), monthOf(reference) + shift);
      const time = utc(yearOf(month), monthOf(month), at);
      if (isDay(yearOf(month), monthOf(month), at) && weekdayOf(time) === wanted) return day(time);
    }
    return null;
  }),
  form('nth', `(?<=\\b(?:on|for|by|until|till|since|from|before|after) )the (?<a>(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)|(?:twenty|thirty)[ -][${LETTER}]+(?:st|nd|rd|th))${CLAUSE_END}`, (g, { reference, ahead }) => {
    if (reference === null) return null;
    const at = ordinalNumber(g['a']!);
    const months = (ahead ? [0, 1, 2] : [0, -1, -2]).map((shift) => utc(yearOf(reference), monthOf(reference) + shift));
    const month = months.find((each) => isDay(yearOf(each), monthOf(each), at) && (ahead ? utc(yearOf(each), monthOf(each), at) >= reference : utc(yearOf(each), monthOf(each), at) <= reference));
    return month === undefined ? null : day(utc(yearOf(month), monthOf(month), at));
  }),
  form('day-word', '(?<word>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|last night|overnight|this (?:morning|afternoon|evening))', ({ word }, { reference }) => {
    if (reference === null) return null;
    const lower = word!.toLowerCase();
    if (lower === 'overnight' || lower === 'last night') return day(reference - DAY, true, lower === 'overnight' ? 2 : 1);
    return day(reference + ({ 'the day before yesterday': -2, yesterday: -1, tomorrow: 1, 'the day after tomorrow': 2 }[lower] ?? 0) * DAY);
  }),
  form('day-word', `the (?:past|last) day(?! of\\b|[${LETTER}])|(?<!\\bthe )past day(?![${LETTER}])`, (_, { reference }) => (reference === null ? null : day(reference - DAY))),
  form('count', `(?<n>${COUNT}) (?<unit>day|week|month|year|decade)s? (?:ago|(?<from>(?:from|after) (?:now|today|tomorrow|yesterday)))`, (g, { reference }) => {
    if (reference === null) return null;
    const base = /tomorrow$/i.test(g['from'] ?? '') ? reference + DAY : /yesterday$/i.test(g['from'] ?? '') ? reference - DAY : reference;
    return away(base, countNumber(g['n']!) * (g['from'] ? 1 : -1), g['unit']!.toLowerCase(), /few|several|couple/i.test(g['n']!));
  }),
  form('weekday', `(?<n>${COUNT}) (?<weekday>${WEEKDAY}) (?<way>from now|from today|later|ago)`, (g, { reference }) => {
    if (reference === null) return null;
    const [since, n] = [(weekdayOf(reference) - weekdayNumber(g['weekday']!) + 7) % 7, countNumber(g['n']!)];
    return day(g['way'] === 'ago' ? reference - (since + (since === 0 ? n : n - 1) * 7) * DAY : reference + (7 - since + (n - 1) * 7) * DAY);
  }),
  form('past', `the (?:past|last) (?<n>${COUNT}) (?<unit>hour|day|week|month|year)s?(?! of\\b|[${LETTER}])`, (g, { reference }) => {
    if (reference === null) return null;
    const [n, unit] = [countNumber(g['n']!), g['unit']!.toLowerCase()];
    const from = unit === 'year' ? addMonths(reference, -12 * n) : unit === 'month' ? addMonths(reference, -n) : reference - (unit === 'hour' ? Math.ceil(n / 24) : unit === 'week' ? 7 * n : n) * DAY;
    return spanOf(from, reference + DAY, unit === 'hour' ? 'day' : (unit as DateMention['grain']));
  }),
  form('unit', `(?:(?:earlier|later|early|late|the (?:end|beginning|start) of) )?(?:(?<which>${STEPS}) (?<unit>weekend|week|month|year|quarter)|(?<=\\bend of )the (?<ending>week|month|year|quarter))(?![${LETTER}])`, (g, { reference }) => {
    if (reference === null) return null;
    const [step, year, month] = [stepOf(g['which'] ?? 'this'), yearOf(reference), monthOf(reference)];
    const monday = mondayOf(reference) + step * 7 * DAY;
    switch ((g['unit'] ?? g['ending']!).toLowerCase()) {
      case 'week':
        return spanOf(monday, monday + 7 * DAY, 'week');
      case 'weekend':
        return spanOf(monday + 5 * DAY, monday + 7 * DAY, 'day');
      case 'month':
        return monthSpan(year, month + step, true);
      case 'quarter':
        return monthSpan(year, Math.floor(month / 3) * 3 + step * 3, true, 3);
      default:
        return yearSpan(year + step, true);
    }
  }),
  form('month', `(?:(?:early|mid|late)[ -])?(?<a>${MONTH})(?:${TO}(?<b>${MONTH}))?(?:,? (?:of )?|-)(?<year>${YEAR})(?!-\\d)`, (g) => {
    const [a, b] = [monthNumber(g['a']!), monthNumber(g['b'] ?? g['a']!)];
    return { ...monthSpan(Number(g['year']), a, false, b >= a ? b - a + 1 : 1), grain: 'month' };
  }),
  form('month', `(?:(?:early|mid|late)[ -])?(?<a>${FULL_MONTH})(?:(?: to | through | and |-)(?<b>${FULL_MONTH}))?`, (g, { reference }) => {
    const [a, b] = [monthNumber(g['a']!), monthNumber(g['b'] ?? g['a']!)];
    const year = reference === null ? null : nearestYear(reference, a);
    return year === null ? null : { ...monthSpan(year, a, true, ((b - a + 12) % 12) + 1), grain: 'month', drifts: true };
  }),
  form('month', `(?:the )?(?<month>${FULL_MONTH}) (?<which>last|this|next) year|(?<before>last|next) (?<of>${FULL_MONTH})`, (g, { reference }) => {
    if (reference === null) return null;
    const month = monthNumber(g['month'] ?? g['of']!);
    if (g['which']) return monthSpan(yearOf(reference) + stepOf(g['which']), month, true);
    const past = g['before']!.toLowerCase() === 'last';
    const year = yearOf(reference);
    return monthSpan(past ? (month < monthOf(reference) ? year : year - 1) : month > monthOf(reference) ? year : year + 1, month, true);
  }),
  form('quarter', `(?<n>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter(?! of the (?:game|match))(?:,? of (?:the year|this year|(?<last>last year)|(?<year>${YEAR}))|,? (?<bare>${YEAR}))?|(?<q>q[1-4]),?(?: of)?[ -]?(?<qy>${YEAR})?|(?<yq>${YEAR})-(?<qq>q[1-4])`, (g, { reference }) => {
    const q = g['n'] ? ordinalNumber(g['n']) : Number((g['q'] ?? g['qq']!).slice(1));
    const given = g['year'] ?? g['bare'] ?? g['qy'] ?? g['yq'];
    if (given === undefined && reference === null) return null;
    const quarter = monthSpan(given === undefined ? yearOf(reference!) - (g['last'] ? 1 : 0) : Number(given), (q - 1) * 3, given === undefined, 3);
    return given === undefined ? { ...quarter, drifts: true } : quarter;
  }),
  form('half', `(?<n>first|second) half of (?:(?<which>this|last|next|the) year|(?<year>${YEAR}))`, (g, { reference }) => {
    if (!g['year'] && reference === null) return null;
    const year = g['year'] ? Number(g['year']) : yearOf(reference!) + stepOf(g['which']!);
    const start = g['n']!.toLowerCase() === 'first' ? 0 : 6;
    return spanOf(utc(year, start), utc(year, start + 6), 'quarter', !g['year']);
  }),
  form('season', `(?:(?<which>this|last|next|the coming) (?<name>winter|spring|summer|autumn|fall)|(?:the )?(?<of>winter|spring|summer|autumn|fall)(?: of|,)? (?<year>${YEAR})(?:-\\d\\d(?!\\d))?)(?![${LETTER}])`, (g, { reference }) => {
    if (g['year']) return season(g['of']!, Number(g['year']), false);
    if (reference === null) return null;
    const year = yearOf(reference) - (g['name']!.toLowerCase() === 'winter' && monthOf(reference) < 6 ? 1 : 0);
    return season(g['name']!, year + (g['which']!.toLowerCase() === 'the coming' ? 0 : stepOf(g['which']!)), true);
  }),
  form('year', `(?:from |between )(?<a>${YEAR}) (?:to|and|until|through) (?<b>${YEAR})|(?<![-/])(?<c>${YEAR}) ?[-/] ?(?<d>${YEAR}|\\d\\d)(?![\\d/-]|[.,]\\d)`, (g) => {
    const a = Number(g['a'] ?? g['c']);
    const b = g['d']?.length === 2 ? Math.floor(a / 100) * 100 + Number(g['d']) : Number(g['b'] ?? g['d']);
    return b > a && b - a < 200 ? yearSpan(a, false, b - a + 1) : null;
  }),
  form('year', `(?:the )?(?:(?:early|mid|late)[ -])?(?<decade>(?:1[5-9]|20)\\d0)'?s(?![${LETTER}])`, (g) => yearSpan(Number(g['decade']), false, 10)),
  form('year', `(?<=(?<![\\d,.$€£-])\\b(?:in|since|of|by|during|until|till|from|before|after|early|mid|late|fiscal|year|for|through)[ -])(?<year>(?:19|20)\\d\\d)(?![\\d,.]\\d|-\\d|-[${LETTER}]|\\d|[${LETTER}]|%)(?! (?:people|soldiers|troops|men|women|children|dead|deaths|miles|km|kilomet|meters|metres|feet|euros|dollars))`, (g) => yearSpan(Number(g['year']))),
  form('feast', `(?<name>new year's (?:eve|day)|christmas (?:eve|day)|boxing day|valentine's day|good friday|easter (?:sunday|monday)|thanksgiving(?: day)?|black friday)(?: (?:of |in )?(?<year>${YEAR}))?`, (g, { reference }) => {
    if (g['year']) {
      const time = feast(g['name']!, Number(g['year']));
      return time === null ? null : day(time, false);
    }
    if (reference === null) return null;
    const times = [-1, 0, 1].flatMap((shift) => feast(g['name']!, yearOf(reference) + shift) ?? []);
    return day(times.sort((a, b) => Math.abs(a - reference) - Math.abs(b - reference))[0]!);
  }),
];
