// Small behaviour of all pages. Nothing here decides; every page works without it.
document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name=csrf]');
  if (csrf) event.detail.headers['X-CSRF-TOKEN'] = csrf.content;
});

document.addEventListener('click', event => {
  if (!event.target.closest('[data-theme-switch]')) return;
  const root = document.documentElement;
  root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.bsTheme}; path=/; max-age=31536000; samesite=lax`;
});

// A form that was sent is not sent twice by a second click; one that gives a file stays on its page.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.hasAttribute('data-download')) return;
  const button = event.submitter;
  if (button) setTimeout(() => { button.disabled = true; }, 0);
});

// A text file that somebody chooses fills the field that its input names; it is sent with the form, as if pasted.
document.addEventListener('change', async event => {
  const into = event.target.dataset && event.target.dataset.fills;
  const file = into && event.target.files[0];
  if (file) document.getElementById(into).value = await file.text();
});
