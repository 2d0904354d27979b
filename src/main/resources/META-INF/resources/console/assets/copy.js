// Copies the text of a field to the clipboard. Without a clipboard the button stays hidden, and the text can be selected.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    document.getElementById('copied').textContent = 'Copied.';
  });
}
