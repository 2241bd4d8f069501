// Before anything is drawn: the theme that was chosen, else the one the system prefers.
(function () {
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)(?:;|$)/);
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.bsTheme = chosen ? chosen[1] : dark ? 'dark' : 'light';
})();
