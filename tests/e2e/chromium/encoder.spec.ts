// The packed sentence encoder in the built package: the engine's Worker loads it under our Content-Security-Policy, and the
// first-run page has nothing to say of it.
import { expect, test } from './test';

test('statements are found by meaning too: the engine has its encoder', async ({ reader }) => {
  const page = await reader.open(`${reader.origin}welcome.html`);
  const reply = await page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'encoder', ask: {} }) as Promise<unknown>);
  expect(reply).toEqual({ ok: true, answer: { state: 'ready' } });
  await expect(page.getByText('Compared by words only')).toHaveCount(0);
});
