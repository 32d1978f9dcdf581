// The built manifests against a frozen copy: a permission, a host or a relaxed policy can't slip in unseen. The demo build
// differs from the store's in one thing, the grant for 127.0.0.1, and a store build is made by the same function without it.
import { readFileSync } from 'node:fs';
import config from '../../../wxt.config';
import { packageOf } from '../package';
import frozen from '../frozen-manifest.json' with { type: 'json' };
import { expect, test } from '@playwright/test';

for (const browser of ['chrome', 'firefox'] as const) {
  test(`the ${browser} package asks for what was agreed, and no more`, () => {
    const { version, key, host_permissions, ...rest } = JSON.parse(readFileSync(`${packageOf(browser)}/manifest.json`, 'utf8')) as Record<string, unknown>;
    expect(rest).toEqual(frozen[browser]);
    expect(host_permissions).toEqual(['http://127.0.0.1/*']);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(typeof key).toBe(browser === 'chrome' ? 'string' : 'undefined');
  });

  test(`the ${browser} store build has no host of its own`, async () => {
    const make = config.manifest as (env: { browser: string; mode: string }) => Promise<Record<string, unknown>> | Record<string, unknown>;
    const store = await make({ browser, mode: 'production' });
    expect(store).not.toHaveProperty('host_permissions');
    expect(store['permissions']).toEqual(frozen[browser].permissions);
    expect(store['content_security_policy']).toEqual(frozen[browser].content_security_policy);
  });
}
