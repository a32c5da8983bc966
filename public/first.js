// Before anything is drawn: the language of the first words, as boot.ts will choose it, the file that holds the app's words in
// it (vite.config.ts says which), and whether somebody has waited.
(function () {
  var known = ['nb', 'nn', 'en'];
  var asked = new URLSearchParams(location.search).get('lang');
  var kept = null;
  try {
    kept = (JSON.parse(localStorage.getItem('nettverkskart-settings') || 'null') || {}).language;
  } catch (_) {
    // Storage that is blocked knows no language.
  }
  var wanted = [asked, kept].concat(navigator.languages || []).map(function (tag) {
    var base = String(tag).toLowerCase().split('-')[0];
    return base === 'no' ? 'nb' : base;
  });
  var language = wanted.filter(function (base) { return known.indexOf(base) >= 0; })[0] || 'nb';
  document.documentElement.lang = language;
  var words = document.currentScript.getAttribute('data-' + language);
  if (words) {
    // Asked for with the app, not only by it.
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = words;
    document.head.append(link);
  }
  // So many milliseconds since the address was asked for: the words are shown at once.
  if (performance.now() > 400) document.documentElement.setAttribute('data-waited', '');
})();
