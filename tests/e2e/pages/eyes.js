// Runs inside the page that a test looks at (hands.ts puts it in front of each question): finds by role and name, tells where something
// is drawn and what it says. Plain functions; touches nothing unless it is told to type, choose or focus.
/* global document, getComputedStyle, Event */
/* eslint @typescript-eslint/no-unused-vars: off -- each question uses one of them */

const CSS_OF = {
  button: 'button, [role=button]',
  link: 'a[href]',
  tab: '[role=tab]',
  field: 'input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select',
  choice: 'input[type=checkbox], input[type=radio]',
};

const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

function wordsOf(element) {
  return element ? tidy(element.innerText ?? element.textContent) : null;
}

function nameOf(element) {
  if (!element) return '';
  const by = element.getAttribute('aria-labelledby');
  const named = element.getAttribute('aria-label') ?? (by && by.split(' ').map((id) => document.getElementById(id)?.textContent).join(' '));
  return tidy(named || [...(element.labels ?? [])].map(({ textContent }) => textContent).join(' ') || element.textContent);
}

function seen(element) {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
}

function place(within, holding) {
  return [...document.querySelectorAll(within)].find((one) => holding === '' || tidy(one.textContent).includes(holding)) ?? null;
}

/** A string is the whole name, else the beginning of it. */
function find(role, name, within, holding) {
  const all = [...(place(within, holding)?.querySelectorAll(CSS_OF[role]) ?? [])].filter((one) => seen(one) && one.getAttribute('aria-disabled') !== 'true');
  if (name instanceof RegExp) return all.find((one) => name.test(nameOf(one))) ?? null;
  return all.find((one) => nameOf(one) === name) ?? all.find((one) => nameOf(one).startsWith(name)) ?? null;
}

/** Where a click would reach it, in viewport pixels; null while something lies over it. */
function middle(element) {
  if (!element) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element.getClientRects()[0];
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const top = document.elementFromPoint(at.x, at.y);
  return top && (reaches(top, element) || top.contains(element)) ? at : null;
}

function focused(element) {
  element?.focus();
  return element !== null && document.activeElement === element;
}

function typed(element, text) {
  if (!element) return false;
  element.focus();
  if (element.type === 'date') {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  element.select();
  if (element.value !== text) document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  return element.value === text;
}

function chosen(element, option) {
  const at = [...(element?.options ?? [])].findIndex(({ label }) => (option instanceof RegExp ? option.test(label) : label === option));
  if (at < 0) return false;
  element.focus();
  element.selectedIndex = at;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function reaches(target, element) {
  return element.contains(target) || [...(element.labels ?? [])].some((label) => label.contains(target));
}

/** From now on it is noted whether the next press of the mouse reaches the element. */
function listening(element) {
  globalThis.pressReached = false;
  globalThis.addEventListener('pointerdown', ({ target }) => (globalThis.pressReached = !element || reaches(target, element)), { capture: true, once: true });
  return true;
}

/** Whether it did; a page that came meanwhile has noted nothing, and was led to by it. */
function pressed() {
  return globalThis.pressReached !== false;
}

function ticked(element) {
  return element && { on: element.checked };
}
