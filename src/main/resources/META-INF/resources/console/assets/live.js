// Tells a reader of the list that there is more. At the top of the page the new rows come by themselves; further down
// nothing moves, and a link shows them. A page that nobody looks at holds no connection: a browser has only six.
const notice = document.getElementById('live');
let source = null;

function listen() {
  if (source || document.hidden) return;
  source = new EventSource(notice.dataset.events);
  source.addEventListener('open', () => { if (notice.dataset.lost) say('', false); });
  source.addEventListener('decisions', (event) => arrived(Number(event.data)));
  source.addEventListener('error', lost);
}

// A browser tries again by itself, but not where the answer was no stream: then the sign-in has ended.
function lost() {
  say(source.readyState === EventSource.CLOSED
    ? 'There are no news any more. Load the page again; you may have to sign in.'
    : 'The connection to the service is lost. Trying again.', true);
}

function stop() {
  source?.close();
  source = null;
}

function say(words, lost) {
  notice.dataset.lost = lost ? 'yes' : '';
  notice.textContent = words;
  notice.hidden = !words;
}

function isReading() {
  const rows = document.getElementById('rows');
  return window.scrollY > 80 || rows?.contains(document.activeElement) || !document.getSelection().isCollapsed;
}

async function arrived(count) {
  if (!isReading() && await refresh()) return;
  const link = document.createElement('a');
  link.href = notice.dataset.page;
  link.textContent = count === 1 ? '1 new decision: show it' : `${count} new decisions: show them`;
  say('', false);
  notice.append(link);
  notice.hidden = false;
}

async function refresh() {
  const answer = await fetch(notice.dataset.page, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const rows = page.getElementById('rows');
  const shown = document.getElementById('rows');
  if (!rows || !shown || isReading()) return false;
  const known = new Set([...shown.querySelectorAll('a')].map((link) => link.href));
  for (const row of rows.rows) row.classList.toggle('fresh', !known.has(row.querySelector('a').href));
  shown.replaceWith(rows);
  document.dispatchEvent(new CustomEvent('shown'));
  notice.dataset.events = page.getElementById('live').dataset.events;
  stop();
  listen();
  return true;
}

document.addEventListener('visibilitychange', () => (document.hidden ? stop() : listen()));
window.addEventListener('pagehide', stop);
listen();
