// The library's address as a signal. Follows the browser's history; a search under way replaces its entry rather than adding one.
import { signal } from '@preact/signals';
import { hashOf, routeOf } from './route';
import type { Route } from './route';

export class Router {
  readonly route = signal<Route>(routeOf(location.hash));
  private readonly follow = () => {
    this.route.value = routeOf(location.hash);
  };

  constructor() {
    addEventListener('hashchange', this.follow);
  }

  close(): void {
    removeEventListener('hashchange', this.follow);
  }

  /** Turns to a route, as a link does. */
  go(route: Route): void {
    location.hash = hashOf(route);
  }

  /** Says the same view otherwise: no new entry in the history. */
  replace(route: Route): void {
    const hash = hashOf(route);
    if (hash !== location.hash) history.replaceState(history.state, '', hash);
    this.route.value = route;
  }
}
