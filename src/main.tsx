import '@digdir/designsystemet-css';
import '@digdir/designsystemet-css/theme';
import './ui/styles/inter.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { starting } from './app/starting.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepFocus } from './app/keepFocus.ts';
import { installHooks } from './app/hooks.ts';
import { keepOffline } from './app/offline/offline.ts';
import { rehearseScreen } from './app/rehearseScreen.tsx';
import { warmUp } from './app/warmUp.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
// Checks from outside measure the app alone; the development server has no build to keep.
const hooks = new URLSearchParams(location.search).has('hooks') ? installHooks(starting) : null;
const session = await starting.catch((error: unknown) => {
  // No language has been loaded, so in the one that most here read.
  root.textContent = 'Nettverkskart kunne ikke starte. Last inn siden på nytt. Ingenting er slettet.';
  throw error;
});
if (hooks) await hooks();
else if (import.meta.env.PROD) keepOffline((newer) => session.state.set({ newer: () => newer() }));
keepFocus(root);
createRoot(root).render(<App session={session} />);
warmUp({
  t: () => session.state.get().t,
  isStillWanted: () => session.opened === null,
  rehearseScreen: () => rehearseScreen(session),
});
