import type {} from 'failed-intervention-guide';

/** Runs for the first page, and again each time the visitor comes back to it. */
document.addEventListener('astro:page-load', () => {
  const guide = document.querySelector('failed-intervention-guide');
  const settings = document.querySelector<HTMLFormElement>('[data-settings]');
  const status = settings?.querySelector('[role="status"]');
  if (!guide || !settings || !status) return;

  // Without this script, the button asks the server for the page with another region.
  settings.addEventListener('change', () => {
    guide.setAttribute('region', String(new FormData(settings).get('region')));
  });
  guide.addEventListener('fig-progress', ({ detail }) => {
    status.textContent = `In the guide: ${detail.part}, step ${detail.step} of ${detail.of}.`;
  });
});
