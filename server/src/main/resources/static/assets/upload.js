// Sends the chosen or dropped file as it is, so that the server can seal it while it arrives.
const place = document.querySelector('[data-upload]');
if (place) {
  const input = place.querySelector('input[type=file]');
  const bar = place.querySelector('progress');
  const said = place.querySelector('[role=status]');

  const say = text => { said.textContent = text; bar.hidden = true; input.disabled = false; };

  const send = file => {
    if (!file) return;
    if (file.size > Number(place.dataset.most)) { say(place.dataset.large); return; }
    const request = new XMLHttpRequest();
    request.open('POST', place.dataset.upload);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('X-CSRF-TOKEN', document.querySelector('meta[name=csrf]').content);
    request.upload.onprogress = event => { bar.max = event.total; bar.value = event.loaded; };
    request.onload = () => {
      if (request.status === 200) location.assign(JSON.parse(request.responseText).next);
      else say(request.status === 413 ? place.dataset.large : place.dataset.failed);
    };
    request.onerror = () => say(place.dataset.failed);
    input.disabled = true;
    bar.hidden = false;
    said.textContent = place.dataset.sending;
    request.send(file);
  };

  input.addEventListener('change', () => send(input.files[0]));
  place.addEventListener('dragover', event => { event.preventDefault(); place.classList.add('over'); });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', event => {
    event.preventDefault();
    place.classList.remove('over');
    send(event.dataTransfer.files[0]);
  });
}
