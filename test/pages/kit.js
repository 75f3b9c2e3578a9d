// ?kit=FOLDER, and more of them: the kit from there, one after the other.
for (const folder of new URLSearchParams(location.search).getAll('kit')) {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.src = `${folder}/embed.js`;
  document.head.append(script);
}
