// Tells times in the zone of the reader. The page itself has them in UTC, and a box gets that back.
const KEPT = 'shipgate.utc';
const MINUTE = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const box = document.getElementById('utc');
const inUtc = () => localStorage.getItem(KEPT) === 'yes';

function tell(root) {
  const zone = inUtc() ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const words = new Intl.DateTimeFormat('en-GB', { ...MINUTE, timeZone: zone });
  for (const time of root.querySelectorAll('time[datetime]')) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.valueOf())) time.textContent = words.format(instant) + (zone === 'UTC' ? ' UTC' : '');
  }
  document.getElementById('zone').textContent = zone;
}

if (box) {
  box.closest('.utc').hidden = false;
  box.checked = inUtc();
  box.addEventListener('change', () => {
    localStorage.setItem(KEPT, box.checked ? 'yes' : 'no');
    tell(document);
  });
}
tell(document);
document.addEventListener('shown', () => tell(document));
