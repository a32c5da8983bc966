// Before anything is drawn: the language of the first words, as boot.ts will choose it, and whether somebody has waited.
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
  document.documentElement.lang = wanted.filter(function (base) { return known.indexOf(base) >= 0; })[0] || 'nb';
  // So many milliseconds since the address was asked for: the words are shown at once.
  if (performance.now() > 400) document.documentElement.setAttribute('data-waited', '');
})();
