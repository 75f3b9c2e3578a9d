// ?kit=ADDRESS, and more of them: these scripts, one after the other.
for (const src of new URLSearchParams(location.search).getAll('kit')) {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.src = src;
  document.head.append(script);
}
