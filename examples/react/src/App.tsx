import { useState } from 'react';
import { FamilyPage } from './FamilyPage.tsx';
import { SelfCarePage } from './SelfCarePage.tsx';

/** Two pages of a center's site. Going from one to the other takes the kit's elements out, and puts them back. */
export function App() {
  const [page, setPage] = useState<'guide' | 'self-care'>('guide');
  return (
    <>
      <header className="site-header">
        <strong>Cedar Hollow Recovery Center</strong>
        <nav aria-label="Pages">
          <button type="button" onClick={() => setPage('guide')}>
            For families
          </button>
          <button type="button" onClick={() => setPage('self-care')}>
            Look after yourself
          </button>
        </nav>
      </header>
      <main>{page === 'guide' ? <FamilyPage /> : <SelfCarePage />}</main>
    </>
  );
}
