// Keeps the page live: sends its forms without leaving it, and merges what the server shows into what is there,
// without touching what somebody is typing into. Without this script every form still works.

const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

/** What each live part last got from the server, as against what somebody has changed in it since. */
const shown = new WeakMap([...document.querySelectorAll('[data-live]')].map((part) => [part, part.innerHTML]));

/** Items are told apart by id: new ones are added, and in a thread changed ones replaced, so that a screen reader hears only what is new. */
function mergeList(list, next) {
  const thread = list.closest('.thread');
  const known = new Set([...next.children].map((item) => item.id));
  [...list.children].filter((item) => !known.has(item.id)).forEach((item) => item.remove());
  for (const [place, item] of [...next.children].entries()) {
    const present = document.getElementById(item.id);
    if (!present) {
      list.insertBefore(document.importNode(item, true), list.children[place] ?? null).classList.add('new');
    } else if (thread && present.innerHTML !== item.innerHTML) {
      present.replaceWith(document.importNode(item, true));
    }
  }
}

/** What was open stays open. A part with the focus waits, so that nobody's typing is lost, unless it is the form just sent. */
function mergeLive(part, next, sent) {
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  if ((focus && part !== sent) || shown.get(part) === next.innerHTML) return;
  shown.set(part, next.innerHTML);
  const open = [...part.querySelectorAll('details')].filter((d) => d.open).map((d) => d.querySelector('summary').textContent);
  part.replaceChildren(...document.importNode(next, true).childNodes);
  for (const details of part.querySelectorAll('details')) details.open = open.includes(details.querySelector('summary').textContent);
  if (focus) (document.getElementById(focus.id) ?? part.querySelector('button') ?? part.parentElement.querySelector('summary'))?.focus();
}

function merge(page, sent) {
  for (const list of page.querySelectorAll('[data-list]')) {
    const present = document.getElementById(list.id);
    if (present) mergeList(present, list);
  }
  for (const part of page.querySelectorAll('[data-live]')) {
    const present = document.getElementById(part.id);
    if (present) mergeLive(present, part, sent);
  }
}

/** Counts what was asked for and shown, so that a page which comes late doesn't undo a newer one. */
let latest = 0;

async function refresh() {
  const mine = ++latest;
  const page = parse(await (await fetch('/')).text());
  if (mine === latest) merge(page);
  else refreshSoon();
}

function say(words) {
  document.getElementById('notice').textContent = words;
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  if (form.dataset.busy) say(form.dataset.busy);
  if (form.hasAttribute('data-composer')) form.reset();
  try {
    const response = await fetch(form.action, { method: 'POST', body: fields });
    const page = parse(await response.text());
    latest++;
    merge(page, form);
    say(page.getElementById('notice')?.textContent ?? `That failed (${response.status}).`);
  } catch {
    say("The simulator doesn't answer. Is it still running?");
  } finally {
    form.removeAttribute('aria-busy');
  }
});

let due;
const refreshSoon = () => {
  due ??= setTimeout(() => {
    due = undefined;
    refresh().catch(() => say("The simulator doesn't answer. Is it still running?"));
  }, 200);
};

new EventSource('/page/changes').onmessage = refreshSoon;
setInterval(refreshSoon, 30_000); // the study's time goes on by itself, too
