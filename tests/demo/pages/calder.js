// A client-side news site: fetches a story after load, draws it, and goes from story to story with pushState.
/* global document, history, location, addEventListener */
const STORIES = { '/script.html': '/stories/call-up.json', '/script/kherson': '/stories/kherson.json' };

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

async function show(path) {
  const response = await fetch(STORIES[path] ?? STORIES['/script.html']);
  const story = await response.json();
  document.title = `${story.headline} · The Calder Post`;
  document.head.querySelectorAll('meta[property="article:published_time"], meta[name="author"]').forEach((meta) => meta.remove());
  document.head.append(
    element('meta', { property: 'article:published_time', content: story.published }),
    element('meta', { name: 'author', content: story.author }),
  );
  const paragraphs = story.paragraphs.map((text) => element('p', {}, text));
  const next = element('a', { class: 'next', href: story.next.path }, story.next.label);
  next.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState({}, '', story.next.path);
    void show(story.next.path);
  });
  const date = new Date(story.published).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  document.getElementById('story').replaceChildren(
    element('article', {}, element('h1', {}, story.headline), element('p', { class: 'stand' }, story.standfirst), element('p', { class: 'credit' }, `${story.author}, ${date}`), ...paragraphs),
    next,
  );
}

addEventListener('popstate', () => void show(location.pathname));
// The framework's own start-up: half a second in which the page is only a skeleton.
setTimeout(() => void show(location.pathname), 500);
