// Passkeys: asks the server what to sign, the browser to sign it, and gives the answer back. A form with data-passkey is
// shown where the browser can do it; browsers know no passkeys for a bare address.
const post = async (path, body) => {
  const csrf = document.querySelector('meta[name=csrf]').content;
  const headers = { 'X-CSRF-TOKEN': csrf, 'Content-Type': 'application/json' };
  const answer = await fetch(path, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error('refused');
  return answer.json();
};

const make = async (path, form) => {
  const options = await post(`${path}/options`, '{}');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const passkey = await navigator.credentials.create({ publicKey });
  const name = new URLSearchParams({ name: form.elements.name.value });
  return post(`${path}?${name}`, JSON.stringify(passkey));
};

const show = async (path, form) => {
  const options = await post(`${path}/options`, '{}');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const passkey = await navigator.credentials.get({ publicKey });
  const to = new URLSearchParams({ to: form.dataset.to || '' });
  return post(`${path}?${to}`, JSON.stringify(passkey));
};

document.querySelectorAll('form[data-passkey]').forEach(form => {
  const bare = /^[\d.]+$|:/.test(location.hostname);
  if (bare || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  form.hidden = false;
  document.querySelectorAll('[data-no-passkey]').forEach(words => { words.hidden = true; });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const refused = form.querySelector('[role=alert]');
    const path = form.dataset.passkey;
    refused.hidden = true;
    try {
      const done = await (form.elements.name ? make(path, form) : show(path, form));
      const postponed = document.querySelector('form[data-go-on]');
      if (postponed) postponed.requestSubmit(); else location.assign(done.to + (form.dataset.again || ''));
    } catch {
      refused.hidden = false;
    }
  });
});
