import { createRoot } from 'react-dom/client';

const app = document.getElementById('app');
if (app === null) throw new Error('index.html has no #app');
createRoot(app).render(
  <main>
    <h1>Nettverkskart</h1>
  </main>,
);
