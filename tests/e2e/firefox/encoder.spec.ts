// The packed sentence encoder in the built Firefox package: the event page's Worker loads it under our Content-Security-Policy,
// and the first-run page has nothing to say of it.
import { expect, NO_FIREFOX, test } from './test';

test.skip(...NO_FIREFOX);

test('statements are found by meaning too: the engine has its encoder', async ({ reader }) => {
  expect(await reader.ask('encoder')).toEqual({ state: 'ready' });
  expect(await reader.firstRunPage()).not.toContain('Compared by words only');
});
