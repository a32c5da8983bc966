import '@digdir/designsystemet-css';
import '@digdir/designsystemet-css/theme';
import './ui/styles/inter.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { boot } from './app/boot.ts';
import { installHooks } from './app/hooks.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
const session = await boot();
if (new URLSearchParams(location.search).has('hooks')) installHooks(session);
createRoot(root).render(<App session={session} />);
