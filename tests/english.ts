// Before every test: the browser's i18n as it is in the extension, with the English file of words, where no extension is.
import english from '../public/_locales/en/messages.json';

const words = english as Record<string, { message: string } | undefined>;

function getMessage(key: string, substitutions: string[] = []): string {
  return (words[key]?.message ?? '').replace(/\$([$1-9])/g, (_, digit: string) => (digit === '$' ? '$' : (substitutions[Number(digit) - 1] ?? '')));
}

const world = globalThis as { chrome?: object };
world.chrome = Object.assign(world.chrome ?? {}, { i18n: { getMessage, getUILanguage: () => 'en-GB' } });
