// A link that is shown once: its whole address beside it, in a field, with a button that takes it to the clipboard.
document.querySelectorAll('a[data-copy]').forEach(link => {
  const group = document.createElement('div');
  group.className = 'input-group mt-2';
  const address = Object.assign(document.createElement('input'), { className: 'form-control', readOnly: true, value: link.href });
  address.setAttribute('aria-label', link.textContent);
  const button = Object.assign(document.createElement('button'), { className: 'btn', type: 'button', textContent: link.dataset.copy });
  button.addEventListener('click', async () => {
    address.select();
    await (navigator.clipboard?.writeText(link.href) ?? Promise.resolve(document.execCommand('copy')));
  });
  group.append(address, button);
  link.after(group);
});
